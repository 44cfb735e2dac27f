"""Makes the scans of this folder. Needs Pillow with raqm and the fonts DejaVu, Liberation and Noto. People are invented."""
import math
import random
from PIL import Image, ImageDraw, ImageFont, ImageFilter
F='/usr/share/fonts/'
FONTS={'serif':F+'truetype/liberation/LiberationSerif-Regular.ttf','sans':F+'truetype/dejavu/DejaVuSans.ttf',
 'ar':F+'truetype/noto/NotoNaskhArabic-Regular.ttf','zh':F+'opentype/noto/NotoSerifCJK-Regular.ttc','ru':F+'truetype/liberation/LiberationSerif-Regular.ttf'}
NOTES={
'en':("PERMANENT MISSION OF THE REPUBLIC OF ZAMBIA\nTO THE UNITED NATIONS\n237 East 52nd Street, New York, N.Y. 10022","No. NYC/UN/GCM/0417/2017",
"The Permanent Mission of the Republic of Zambia to the United Nations presents its compliments to the Office of the Special Representative of the Secretary-General for International Migration and has the honour to refer to the fifth informal thematic session, to be held in Vienna on 4 and 5 September 2017.\n\nThe Permanent Mission has the honour to request travel support from the voluntary trust fund for Ms. Thandiwe Mulenga-Phiri, Principal Immigration Officer at the Ministry of Home Affairs, and would be grateful for a return air ticket from Lusaka.\n\nThe Permanent Mission of the Republic of Zambia to the United Nations avails itself of this opportunity to renew to the Office of the Special Representative the assurances of its highest consideration.","New York, 10 August 2017"),
'fr':("MISSION PERMANENTE DU BURKINA FASO\nAUPRÈS DES NATIONS UNIES","N/Réf. 2017-0318/MPBF/NY",
"La Mission permanente du Burkina Faso auprès de l'Organisation des Nations Unies présente ses compliments au Bureau de la Représentante spéciale du Secrétaire général pour les migrations internationales et a l'honneur de se référer à la cinquième session thématique informelle qui se tiendra à Vienne les 4 et 5 septembre 2017.\n\nLa Mission permanente sollicite la prise en charge des frais de voyage de Monsieur Ousséni Kéré, Chargé d'études à la Direction générale des frontières, Ministère de la sécurité, dont l'arrivée est prévue le 3 septembre.\n\nLa Mission permanente du Burkina Faso saisit cette occasion pour renouveler au Bureau les assurances de sa très haute considération.","New York, le 1er août 2017"),
'es':("MISIÓN PERMANENTE DE HONDURAS\nANTE LAS NACIONES UNIDAS","Nota No. 0241-MHONU-2017",
"La Misión Permanente de Honduras ante las Naciones Unidas saluda muy atentamente a la Oficina de la Representante Especial del Secretario General para la Migración Internacional y tiene el honor de referirse a la quinta sesión temática oficiosa, que se celebrará en Viena los días 4 y 5 de septiembre de 2017.\n\nLa Misión Permanente solicita el apoyo del fondo fiduciario para el viaje de la señora Xiomara Núñez Ibáñez, Subdirectora de Protección al Migrante de la Secretaría de Relaciones Exteriores.\n\nLa Misión Permanente de Honduras aprovecha la oportunidad para reiterar a la Oficina las seguridades de su más alta y distinguida consideración.","Nueva York, 9 de agosto de 2017"),
'ru':("ПОСТОЯННОЕ ПРЕДСТАВИТЕЛЬСТВО\nКЫРГЫЗСКОЙ РЕСПУБЛИКИ ПРИ ООН","№ 07-14/318",
"Постоянное представительство Кыргызской Республики при Организации Объединенных Наций свидетельствует свое уважение Канцелярии Специального представителя Генерального секретаря по вопросу о международной миграции и имеет честь сослаться на пятую неофициальную тематическую сессию, которая состоится в Вене 4–5 сентября 2017 года.\n\nПостоянное представительство просит оказать финансовую поддержку для поездки г-жи Айнуры Токтосуновой, главного специалиста Государственной службы миграции.\n\nПостоянное представительство пользуется случаем, чтобы возобновить Канцелярии уверения в своем весьма высоком уважении.","Нью-Йорк, 10 августа 2017 г."),
'ar':("البعثة الدائمة للجمهورية التونسية\nلدى الأمم المتحدة","المرجع: ٢٠١٧/٣١٨",
"تهدي البعثة الدائمة للجمهورية التونسية لدى الأمم المتحدة أطيب تحياتها إلى مكتب الممثلة الخاصة للأمين العام المعنية بالهجرة الدولية، وتتشرف بالإشارة إلى الجلسة المواضيعية غير الرسمية الخامسة المقرر عقدها في فيينا يومي ٤ و٥ أيلول/سبتمبر ٢٠١٧.\n\nوتطلب البعثة الدائمة تقديم الدعم المالي لسفر السيد محمد علي بن يوسف، مدير إدارة الهجرة بوزارة الشؤون الاجتماعية.\n\nوتغتنم البعثة الدائمة هذه المناسبة لتعرب للمكتب عن فائق تقديرها واحترامها.","نيويورك، ١٠ آب/أغسطس ٢٠١٧"),
'zh':("蒙古国常驻联合国代表团","编号：MUN/2017/118",
"蒙古国常驻联合国代表团向负责国际移民问题的秘书长特别代表办公室致意，并谨提及将于2017年9月4日至5日在维也纳举行的第五次非正式专题会议。\n\n常驻代表团谨请信托基金为外交部领事司副司长巴特尔·苏伦女士提供旅费资助，以便其出席上述会议。\n\n蒙古国常驻联合国代表团借此机会再次向特别代表办公室表示最崇高的敬意。","2017年8月10日于纽约"),
}
def font(kind,size): return ImageFont.truetype(FONTS.get(kind,FONTS['serif']),size)
def wrap(d,text,f,width,zh,**kw):
    lines=[]
    for para in text.split('\n'):
        if not para: lines.append(''); continue
        units=list(para) if zh else para.split(' ')
        cur=''
        for u in units:
            t=cur+('' if zh or not cur else ' ')+u
            if d.textlength(t,font=f,**kw)>width: lines.append(cur); cur=u
            else: cur=t
        lines.append(cur)
    return lines
def page(lang,dpi,pt=12,stamp=True,face=None,seed=1):
    rnd=random.Random(seed)
    W,H=int(8.27*dpi),int(11.69*dpi)
    im=Image.new('RGB',(W,H),'white'); d=ImageDraw.Draw(im)
    head,ref,body,date=NOTES[lang]
    kind=face or {'ar':'ar','zh':'zh','ru':'ru'}.get(lang,'serif')
    f=font(kind,round(pt*dpi/72)); fh=font(kind,round((pt+2)*dpi/72))
    kw={'direction':'rtl','language':'ar'} if lang=='ar' else {}
    m=int(dpi*1.1); y=int(dpi*0.8); lh=round(pt*dpi/72*1.5)
    for l in head.split('\n'):
        w=d.textlength(l,font=fh,**kw); d.text(((W-w)/2,y),l,font=fh,fill='black',**kw); y+=round(lh*1.15)
    y+=lh
    if lang=='ar': d.text((W-m-d.textlength(ref,font=f,**kw),y),ref,font=f,fill='black',**kw)
    else: d.text((m,y),ref,font=f,fill='black')
    y+=2*lh
    for l in wrap(d,body,f,W-2*m,lang=='zh',**kw):
        if lang=='ar': d.text((W-m-d.textlength(l,font=f,**kw),y),l,font=f,fill='black',**kw)
        else: d.text((m,y),l,font=f,fill='black',**kw)
        y+=lh
    y+=lh
    if lang=='ar': d.text((m,y),date,font=f,fill='black',**kw)
    else: d.text((W-m-d.textlength(date,font=f),y),date,font=f,fill='black')
    if stamp:
        s=Image.new('RGBA',(int(1.5*dpi),)*2,(0,0,0,0)); sd=ImageDraw.Draw(s); n=s.width
        col=(40,60,190,190) if seed%2 else (200,40,40,190)
        sd.ellipse((4,4,n-4,n-4),outline=col,width=max(3,dpi//50)); sd.ellipse((n*.22,n*.22,n*.78,n*.78),outline=col,width=max(2,dpi//90))
        sf=font('sans',int(dpi*.11))
        for i,c in enumerate("PERMANENT MISSION * UNITED NATIONS * "):
            a=2*math.pi*i/37; sd.text((n/2+n*.39*math.cos(a)-5,n/2+n*.39*math.sin(a)-6),c,font=sf,fill=col)
        im.paste(s,(int(W*.58),int(y-1.2*dpi)),s)
        d=ImageDraw.Draw(im); pts=[(W*.3+i*6,y+20*math.sin(i*.7)) for i in range(30)]; d.line(pts,fill=(20,20,120),width=max(2,dpi//80))
    return im
def scan(im,seed=1,skew=0.8,noise=10,blur=0.7,grey=True,shade=False,paper=238):
    rnd=random.Random(seed)
    im=im.rotate(skew,fillcolor='white',resample=Image.BICUBIC,expand=False)
    im=im.filter(ImageFilter.GaussianBlur(blur))
    n=Image.effect_noise(im.size,noise*2).convert('L')
    import PIL.ImageChops as C
    base=Image.merge('RGB',[n]*3)
    im=C.add(im.point(lambda v:int(v*paper/255)),base,1,-128)
    if shade:
        g=Image.linear_gradient('L').resize(im.size).point(lambda v:150+v*105//255)
        im=C.multiply(im,Image.merge('RGB',[g]*3))
    d=ImageDraw.Draw(im)
    for y in (im.height*.25,im.height*.72): d.ellipse((30,y,30+im.width//45,y+im.width//45),fill=(40,40,40))
    return im.convert('L') if grey else im


def write(name, image, **how):
    image.save(name, **how)
    print(name)


if __name__ == '__main__':
    for lang in NOTES:
        with open(f'{lang}.txt', 'w') as out:
            out.write('\n'.join(NOTES[lang]) + '\n')
    light = dict(noise=3, blur=.5)
    jpeg = dict(quality=32, dpi=(150, 150))
    # a coloured stamp over the closing; a shadow and a skew; on its head and bilevel; Arabic; a fax of two pages; on its side
    write('en-stamp.jpg', scan(page('en', 150), grey=False, **light), **jpeg)
    write('fr-shadow.pdf', scan(page('fr', 150, seed=2), seed=4, shade=True, skew=-1.7, **light), resolution=150, quality=32)
    write('ru-on-its-head.png', scan(page('ru', 150, stamp=False), **light).rotate(180).point(lambda v: 255 * (v > 150)).convert('1'))
    write('ar-stamp.jpg', scan(page('ar', 150), grey=False, **light), **jpeg)
    two = [scan(page(l, 200, stamp=False), noise=1, blur=.4).point(lambda v: 255 * (v > 150)).convert('1') for l in ('zh', 'en')]
    write('zh-en-fax.tif', two[0], save_all=True, append_images=two[1:], compression='group4', dpi=(200, 200))
    write('es-on-its-side.jpg', scan(page('es', 150, stamp=False), **light).rotate(90, expand=True), **jpeg)
