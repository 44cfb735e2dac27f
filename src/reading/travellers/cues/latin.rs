//! Titles and turns of English, French, Spanish and Portuguese beyond the common tables: what missions, ministries and
//! the people in them write besides the set phrases of diplomacy.

use crate::reading::Gender::{self, F, M};
use crate::reading::travellers::cues::Cue;

pub(super) const TITLES: &[(Option<Gender>, &str)] = &[
    (
        Some(F),
        "ña|mad|mesdames|mesdemoiselles|mmes|senoras|sras|senoritas|senorita|companeras|doctoras|dras|licenciadas|ingenieras|dna|da|mdm|mdme|smti|shrimati|selvi|engenheira|doutora|professora|senhorita|embaixadora|licenciada en derecho|arquitecta|dott.ssa|prof.ssa|mevrouw|reverenda|hna|abga|capitaine mme|dayang|aum|woizerit|lok chumteav|infanta|duchess|countess|marquise|comtesse|baroness|baronne|sra. lic|sra. dra|sra. ing",
    ),
    (
        Some(M),
        "ño|messieurs|senores|sres|companeros|caballeros|d|capitao|engenheiro|doutor|professor doutor|embaixador|arquitecto|arquiteto|reverendo|padre|presbitero|pbro|obispo|archbishop|bishop|reverend sir|thiru|awang|pengiran|pehin|tuanku|tengku|tunku|samdech|khun|signore|mijnheer|meneer|p. fray|hno|baron|count|comte|duke|duc|emir",
    ),
    (
        None,
        "doctores|dres|licenciados|ingenieros|embajadores|abog|emb|fr|cap|subcom|crio|psic. cl|psic|bach|dott|avv|mag|cne|crnl|tcnl|cmdte|cdte|comdt|cpl|comdr|surg|dcomm|cllr|barr. dr|d.sc|ph. d|capitaine|lieutenant-colonel de police|capitaine de police|lieutenant de police|officier de police|inspecteur de police|adjudant-chef|sergent|sergent-chef|brigadier-chef|colonel-major de police|contre-amiral|vice-amiral|amiral|vice admiral|intendant|intendente|subintendente|superintendente|tenente-coronel|tenente|sargento|subteniente|alferez|capitan de navio|capitan de fragata|capitan de corbeta|teniente de navio|coronel de policia|suboficial|subcomisario|subcomissario|comissario|prefecto general|warrant officer|corporal|comptroller|deputy comptroller|assistant comptroller|chief inspector|detective inspector|chief constable|inspector-general|dig|aig|cgi|dci|aci|asp|ssp|csp|ccp|dsp|engineer|architect|architecte|pharmacist|pharmacien|veterinaire|docteur|engenheiro agronomo|economista|contador publico|cpa|cpn|barrister-at-law|evangelist|venerable|canon|chanoine|rabbi|swami|acharya|khatib|cheikh|sheik|ustadz|mwalimu|chief justice|mr justice|mr. justice|ms justice|ms. justice|the hon|the rt. hon|the right honourable|h. e|s. e|s.e.m. le",
    ),
];

/// Abbreviations that are a title only with their point; without it they are words or names.
pub(super) const POINTED: &[&str] = &[
    "mad", "fr", "cap", "mag", "emb", "bach", "crio", "abog", "cne", "dott", "avv", "psic", "surg", "cpl",
    "subcom", "hno", "hna", "cro", "cra", "cdo", "cda",
];

pub(super) const CUES: &[(Cue, &str)] = &[
    (
        Cue::Writer,
        "my name is|i am|je suis|je m'appelle|je soussigne|soy|me llamo|mi nombre es|chamo-me|o meu nome e|меня зовут|اسمي|我叫|我是",
    ),
    // What a State does that chooses somebody.
    (
        Cue::Nominating,
        "put up|puts up|putting up|would like to send|wishes to send|wants to send|intends to send|is sending|are sending|to depute|deputes|deputed|deputing|seconding|has seconded|earmarked|shortlisted|short-listed|nominee is|nominee will be|choice is|chosen|has chosen|picked|has picked|decided on|settled on|opted for|person to go is|person to travel is|has entrusted|entrusts|put down|puts down|following colleague|following colleagues|following individual|following individuals|following expert|following experts|following officer|following official|following person|following lady|following gentleman|following names|following name|following participant|following candidate|following members|following member|in the person of|identifies|tapped|is asking for|singled out",
    ),
    (
        Cue::Nominating,
        "envoyer|envoie|enverra|envoyons|souhaite envoyer|depecher|depeche|deputer|a mandate|mandatee|est mandate|retenu|retenue|a retenu|avons retenu|choisi|choisie|a choisi|choisir|designer|designons|designee|soumettre la candidature|soumet la candidature|transmettre la candidature|avance la candidature|avancer la candidature|personne retenue|personne designee|notre choix|se fera representer par|sera represente par|sera representee par|representee par|represente par|represente par|en la personne de|les personnes suivantes|la personne suivante|fonctionnaire suivant|fonctionnaires suivants|delegue suivant|deleguee suivante|delegues suivants|cadres suivants|cadre suivant|expert suivant|experte suivante|experts suivants|participants suivants|participant suivant|a savoir|inscrit la candidature|portera sur|s'agit de",
    ),
    (
        Cue::Nominating,
        "nombra|nombran|nombraron|nombramos|nomme|nomment|nommer|nomeamos|mandar|mandar a|mandamos a|mandamos|manda a|envia|enviamos a|enviaremos a|enviara a|enviar al|destacar a|comisionar a|comisionar al|ha comisionado|comisiono a|delegar en|ha elegido|eligio|elegido|elegida|escogio|escogido|escogida|ha escogido|ha seleccionado|seleccionado|seleccionada|selecciono|postular|postula|postulamos|postulado|postulada|proponer|propone|proponemos|propuso|presentar la candidatura|presenta la candidatura|inscribir|persona designada|en la persona de|en la persona del|siguientes funcionarios|siguiente funcionario|siguiente funcionaria|siguientes personas|siguiente persona|siguientes delegados|siguiente delegado|siguiente delegada|siguientes representantes|siguiente representante|siguientes expertos|siguiente experto|siguiente experta|siguientes participantes|representado por|representada por|nominar|nomina a|nominado|nominada|nominacion de|nominacion del|decidio por|se decidio por|a saber|es decir",
    ),
    (
        Cue::Nominating,
        "indicacao de|indicacao do|indicacao da|designa|designacao de|designacao do|designacao da|escolheu|escolhido|escolhida|selecionou|selecionado|selecionada|seleccionou|propoe|nomeado|nomeada|candidatura do|candidatura da|seguinte delegado|seguintes delegados|seguinte funcionario|seguinte funcionaria|seguintes funcionarios|seguinte representante|seguintes representantes|na pessoa de|na pessoa do|na pessoa da|nomeadamente|a saber",
    ),
    // What is asked for, and for whom.
    (
        Cue::Naming,
        "namely|viz|i.e|honour to present|honor to present|pleased to present|wishes to present|include the name of|inclusion of|include|accommodate|accommodating|to assist|assist|assisting|to help|help with|sponsoring|underwrite|underwriting|attendance by|presence of|place for|seat for|slot for|hold a seat for|fly|bring|bringing|covered by the fund|borne by the fund|funded by the fund|financed by the fund|covered by the trust fund|borne by the trust fund|funded by the trust fund|financed by the trust fund|met by the fund|met by the trust fund|paid by the fund|paid by the trust fund|sponsored by the fund|sponsored by the trust fund|sponsored by the un|sponsored by the united nations|funded by the united nations|covered by the united nations|borne by the united nations|charged to the fund|charged to the trust fund|funded from the trust fund|met from the trust fund|covered from the fund",
    ),
    (
        Cue::Naming,
        "honneur de presenter|honneur de lui presenter|faire beneficier|faire venir|venue de|venue du|presence de|depart de|inscrire|inscription de|admettre|admission de|accueillir|faveur de|faveur du|pour le compte de|pris en charge par le fonds|prise en charge par le fonds|pris en charge par les nations unies|finance par le fonds|financee par le fonds|supportes par le fonds|couverts par le fonds|a la charge du fonds|billet pour|place pour|octroi a|accorder a|accorde a|octroyer a",
    ),
    (
        Cue::Naming,
        "facilite a|facilite al|facilitar a|facilitar al|se facilite|beneficiar a|beneficie a|traslado de|traslado del|estadia de|estadia del|asistencia de|asistencia del|presencia de|presencia del|desplazamiento de|desplazamiento del|inclusion de|inclusion del|incluir a|incluir al|incorporar a|incorporar al|otorgar a|otorgue a|conceder a|conceda a|con cargo al fondo|a cargo del fondo|cargo al fondo|financiado por el fondo|financiada por el fondo|financiados por el fondo|cubiertos por el fondo|sufragados por el fondo|patrocinio de|patrocinio del|patrocinar|patrocinar a|patrocinio para|honor de presentar|honor de presentar a|honor de presentar al|auspicio para|auspiciar|auspiciar a|cobertura para|cobertura de|invitacion a favor",
    ),
    (
        Cue::Naming,
        "honra de apresentar|financiamento da|financiamento de|financiamento do|financiar a|passagem de|passagem da|passagem do|passagens de|estadia da|estadia do|presenca de|presenca da|presenca do|a cargo do fundo|patrocinio da|patrocinio do",
    ),
    // Who goes, whoever pays.
    (
        Cue::Attending,
        "will be with us|will be there|will be present|will be coming|will come|is coming|are coming|will fly|flies to|flies in|will be flying|is flying|is to travel|is to attend|is to go|is to represent|are to attend|is going|are going|will go|would go|would travel|would attend|will speak|will accompany him|will accompany her|accompany him|accompany her|will accompany|will join|will be joining|joins|will arrive|arrives|is arriving|will be arriving|led by|headed by|will head|will be led by|will be headed by|will take the floor|will sit|will follow|will be following|shall go|shall come|confirm the participation of|confirm the attendance of|confirms the participation of|confirms the attendance of|participants are|participants will be|comprised of|made up of|will be made up of|will intervene|shall take part|will come over|are sent by",
    ),
    (
        Cue::Attending,
        "viendra|viendront|sera present|sera presente|seront presents|seront presentes|fera le deplacement|feront le deplacement|ira|iront|partira|partiront|arrivera|arriveront|s'y rendra|se rendront|sera des notres|siegera|siegeront|interviendra|interviendront|prendra la parole|suivra|suivront|representeront|dirigera|conduira|composition de|formee de|constituee de|constituee par|comprenant|comprend|fera partie|feront partie|accompagnera|l'accompagnera|est attendu|est attendue|sont attendus|accrediter|participeront a|doit se rendre|doit prendre part|doit participer|devra participer|compte se rendre|compte participer|fera le voyage|feront le voyage",
    ),
    (
        Cue::Attending,
        "va|viene|vendra|vendran|ira|iran|va a ir|acudira|acudiran|acude|concurrira|concurriran|estara presente|estaran presentes|estara constituida por|constituida por|estara integrada por|estara conformada por|estara compuesta por|formada por|formara parte|formaran parte|intervendra|intervendran|tomara la palabra|encabezara|presidira|liderara|liderada por|dirigida por|encabezado por|acompanara|lo acompanara|la acompanara|seguira|se desplazara|se desplazaran|se trasladara|se trasladaran|llegara|llegaran|viajan|viaja|viajaran|debe viajar|debera viajar|tomara parte|tomaran parte|acreditar ante|acreditado|acreditada|acreditados|acreditacion de|nomina de|integrantes|hara uso de la palabra",
    ),
    (
        Cue::Attending,
        "participara|participarao|estara presente|estarao presentes|vira|virao|deslocar-se-a|deslocar-se-ao|representara|representarao|chefiada por|chefiado por|constituida por|sera representado por|sera representada por|acompanhara|tomara parte|tomarao parte|far-se-a representar|vai participar|vao participar",
    ),
    // Who was named before.
    (
        Cue::Had,
        "had nominated|had proposed|had put forward|had designated|had submitted|had named|had requested|had sought|had asked|had been nominated|had been proposed|had been designated|had been put forward|was put forward|were put forward|was nominated|were nominated|was proposed|was designated|was named|was submitted|was requested|previously nominated|originally nominated|initially nominated|earlier nominated|formerly nominated|previously proposed|originally proposed|initially proposed|previously designated|initially designated|originally designated|earlier proposed|originally named|previously named|was to attend|was to travel|was to participate|was to have attended|was to have travelled|was originally|was initially|was due to|was supposed to|had been selected|was selected|in the name of|carried the name|carried the names|earlier nominee|original nominee|initial nominee|previous nominee|former nominee|original nomination of|initial nomination of|earlier nomination of|previous nomination of|application made|request made|nomination made|nominated earlier|proposed earlier",
    ),
    (
        Cue::Had,
        "avait propose|avait designe|avait sollicite|avait demande|avait nomme|avait soumis|avait presente|avait transmis|avait communique|avions propose|avions designe|avions demande|avait ete propose|avait ete proposee|avait ete designe|avait ete designee|avait ete retenu|avait ete retenue|etait propose|etait proposee|etait designe|etait designee|initialement propose|initialement proposee|initialement designe|initialement designee|initialement prevu|initialement prevue|precedemment designe|precedemment designee|precedemment propose|precedemment proposee|anterieurement designe|devait se rendre|devait participer|devait prendre part|devait assister|devait representer|deja propose|deja proposee|premiere candidature",
    ),
    (
        Cue::Had,
        "habia propuesto|habia designado|habia solicitado|habia nombrado|habia presentado|habiamos propuesto|habiamos designado|habia sido designado|habia sido designada|habia sido propuesto|habia sido propuesta|fue propuesto|fue propuesta|fue designado|fue designada|fue nombrado|fue nombrada|inicialmente designado|inicialmente designada|inicialmente propuesto|inicialmente propuesta|originalmente designado|originalmente designada|anteriormente designado|anteriormente designada|anteriormente propuesto|anteriormente propuesta|previamente designado|previamente designada|previamente propuesta|previamente propuesto|primeramente designado|inicialmente previsto|iba a viajar|iba a participar|iba a asistir|debia viajar|debia asistir|debia participar|se propuso|se designo a|se solicito|a nombre de la|a nombre del|al nombre de|candidatura inicial|tinha proposto|tinha designado|havia proposto|havia designado|foi proposto|foi proposta|foi designado|foi designada|inicialmente indicado|inicialmente indicada|anteriormente indicado|anteriormente indicada",
    ),
    (
        Cue::Recalling,
        "earlier communication|earlier request|earlier e-mail|earlier email|earlier mail|earlier application|earlier letter|earlier message|previous request|previous communication|previous letter|previous e-mail|previous email|original request|initial request|by which|whereby|my e-mail of|my email of|my mail of|my letter of|our e-mail of|our email of|our mail of|i wrote|we wrote|par laquelle|par lequel|dans laquelle|ma lettre|mon courriel|notre courriel|notre lettre|courriel precedent|demande initiale|demande precedente|mi carta|mi correo|nuestro correo|nuestra carta|le escribi|les escribi|les escribimos|solicitud anterior|solicitud inicial|mediante la cual|por la cual|a sua nota|sua nota|nossa nota|pela qual",
    ),
    (
        Cue::Now,
        "i write to|to confirm|confirm that|confirms that|please note|please be informed|be informed|this is to|note that|je vous confirme|confirme que|je vous informe|le confirmo|les confirmo|confirma que|le informo|les informo|les comunico|le comunico|regrets|regret to|announce|announces|advises|wishes to advise|hereby|by the present|regrette|regrettons|annoncer|annonce|aviser|par la presente|regrettent|lamenta|lamento|lamentamos|anuncia|anunciar|por la presente|por este medio|lamenta comunicar|pela presente",
    ),
    // One goes, another comes.
    (
        Cue::ReplacedBy,
        "gives way to|give way to|yields to|makes way for|hands over to|handed over to|handing over to|substituted with|be substituted by|be substituted with|in whose place|in whose stead|place is taken by|place will be taken|be filled by|seat to be taken by|be transferred to|be given to|be passed to|passes to|be reassigned to|by that of|with that of|to that of|be changed to|changed to|be amended to|be corrected to|amended to read|be read as|now reads|should be read as|ought to read|should be replaced with|being replaced by|relieved by|relayed by",
    ),
    (
        Cue::ReplacedBy,
        "cede sa place a|cede la place a|cedera sa place a|cedera la place a|laisse sa place a|laisse la place a|laissera sa place a|laissera la place a|remplacement par|supplee par|suppleee par|substitue par|substituee par|releve par|relevee par|par celui de|par celle de|par le nom de|par la candidature de|dont la place sera prise par|dont la place est prise par|doit se lire|faut plutot lire|convient plutot de lire|sont remplaces par|est remplace par|est remplacee par|soit remplace par|soit remplacee par|soit substitue par",
    ),
    (
        Cue::ReplacedBy,
        "cede su lugar a|cede el lugar a|cede su puesto a|cedera su lugar a|cedera el puesto a|relevado por|relevada por|suplido por|suplida por|remplazado por|remplazada por|sera reemplazado por|sera reemplazada por|se sustituya por|se reemplace por|sea reemplazado por|sea reemplazada por|sea sustituido por|sea sustituida por|por el de|por la de|por el nombre de|por la candidatura de|cuyo lugar ocupara|cuyo lugar sera ocupado por|debera leerse|debera decir|substituido pela|substituido pelo|substituida pelo|substituida pela|sera substituido por|sera substituida por|seja substituido por|seja substituida por|cede o lugar a|deve ler-se|pelo de|pela de",
    ),
    (
        Cue::Coming,
        "toma el relevo|tomara el relevo|prend la releve|prendra la releve|asumira|instead send|send instead|sending instead|instead be represented by|represented instead by|new delegate|new participant|new representative|new candidate|new designee|new name|replacement nominee|replacement candidate|replacement delegate|correct name is|correct spelling|spelt as|spelled as|be spelt|be spelled|it will now be|it is now|it will be|it's going to be|it is going to be|it's now|will now be|now be represented by|now proposes|now wishes to send|now sends|now be|nouveau delegue|nouvelle deleguee|nouveau candidat|nouvelle candidate|nouveau representant|nouvelle representante|nouveau participant|nouvelle participante|nouveau nom|designe desormais|designe a present|propose desormais|propose a present|orthographe exacte|orthographe correcte|s'ecrit|c'est desormais|ce sera|ce sera donc|sera desormais|sera finalement|est confie a|est confiee a|echoit a|desormais|nuevo delegado|nueva delegada|nuevo candidato|nueva candidata|nuevo representante|nueva representante|nuevo participante|nueva participante|nuevo nombre|nombre correcto|se escribe|lease|sera ahora|ahora sera|en adelante|designa ahora|ahora designa|designa en su lugar|finalmente sera|ahora propone|propone ahora|novo delegado|nova delegada|novo candidato|novo participante|novo representante|nova representante|nome correto|nome correcto|leia-se|sera agora|agora sera",
    ),
    (
        Cue::InPlace,
        "in their place|in their stead|in lieu thereof|take his place|take her place|takes his place|takes her place|taking his place|taking her place|take his seat|take her seat|fill his seat|fill her seat|replaces him|replaces her|to replace him|to replace her|replacing him|replacing her|step in|steps in|stepping in|in substitution|by way of replacement|as his replacement|as her replacement|as replacement|as a replacement|as his substitute|as her substitute|en son lieu et place|en ses lieu et place|a leur place|pour le remplacer|pour la remplacer|le remplace|la remplace|prend sa place|prendra sa place|prendra le relais|prend le relais|en remplacement|lo reemplazara|la reemplazara|lo sustituira|la sustituira|lo reemplaza|la reemplaza|lo sustituye|la sustituye|para reemplazarlo|para reemplazarla|para sustituirlo|para sustituirla|tomara su lugar|toma su lugar|ocupara su lugar|ocupa su lugar|en su reemplazo|en su sustitucion|en su puesto|en su remplazo|em seu lugar|no seu lugar|em sua substituicao|ira substitui-lo|ira substitui-la",
    ),
    (
        Cue::Replaced,
        "substitute|substitutes|to substitute|in substitution for|relieve|relieves|relieving|stepping in for|steps in for|step in for|fill in for|fills in for|filling in for|take over from|takes over from|taking over from|succeed|succeeds|succeeding|swap|swapping|switch|switching|exchange the name of|change the name of|not mr|not ms|not mrs|and no longer|in the stead of|deputise for|deputize for|deputising for|substituer|substitue a|pallier l'absence de|suppleer|supplee|succede a|succedera a|releve m|releve mme|releve monsieur|releve madame|et non|et non plus|et non pas|prend le relais de|prendra le relais de|donde dice|en remplazo de|en remplazo del|en relevo de|en relevo del|relevar a|relevar al|releva a|releva al|suplir a|suplir al|suple a|suple al|remplazar a|remplazar al|remplaza a|remplaza al|reemplazara a|reemplazara al|sustituira a|sustituira al|sucede a|sucede al|y no|y ya no|ocupar el lugar de|ocupar el lugar del|onde se le|substitui|substituir|substituira|em substituicao a|em substituicao ao|ao inves de|e nao",
    ),
    (
        Cue::Unable,
        "has not obtained|not obtained her|not obtained his|did not obtain|has not received her visa|has not received his visa|called to other duty|called to other duties|called away|other duties|other duty|other engagements|other commitments|prior commitment|prior commitments|prior engagement|another assignment|another posting|otherwise engaged|needed elsewhere|reassigned|passed away|deceased|fell ill|is ill|is sick|is unwell|hospitalised|hospitalized|broke his|broke her|injured|visa was refused|visa has been refused|refused a visa|on maternity leave|on leave|has left the|resigned|retired|dismissed|dropped out|pulled out|pull out|stepped down|step down|declined|not in a position|won't|can't|isn't able|is not travelling|is not coming|is not going|not going to|is out|held up|struck out|struck off|be removed|be deleted|be dropped|deleted from|removed from|taken off|be disregarded|considered void|null and void|be considered withdrawn|be considered cancelled|been recalled|no longer represent|no longer travels|no longer travelling|no longer coming|no longer going|no longer the|no longer serves|no longer holds|no longer works|was unable|has been unable|is indisposed|indisposed|bereavement|bereaved|has been relieved|detained",
    ),
    (
        Cue::Unable,
        "n'a pas obtenu|n'a pu obtenir|appele a d'autres|appelee a d'autres|retenu par|retenue par|retenus par|souffrant|souffrante|malade|tombe malade|tombee malade|hospitalise|hospitalisee|mute a|mutee a|a ete mute|a ete mutee|a ete affecte|a ete affectee|appele a faire valoir|admis a la retraite|admise a la retraite|demissionne|en conge|conge de maternite|ne voyage|ne voyagera|ne voyage plus|ne viendra|ne se rendra|ne fera pas|ne participera|ne prendra|n'ira pas|n'assistera|dans l'impossibilite|dans l'incapacite|se desiste|s'est desiste|s'est desistee|indisposee|indispose|ne fait plus partie|n'exerce plus|n'occupe plus|etre radie|etre radiee|soit radie|soit radiee|soit retire|soit retiree|soit supprime|soit annule|soit annulee|est annulee|devient sans objet|est sans objet|refus de visa",
    ),
    (
        Cue::Unable,
        "no obtuvo|no ha obtenido|no le fue|incapacitado|incapacitada|por motivos de salud|por razones de salud|enfermo|enferma|se enfermo|hospitalizado|hospitalizada|renuncio|ha renunciado|jubilado|jubilada|se jubilo|fue trasladado|fue trasladada|destinado a otro|destinada a otro|otras obligaciones|otros compromisos|otras responsabilidades|otras funciones|otra comision|no viaja|no viajaria|no ira|no va a poder|no va|no vendra|no puede|no pudo|no concurrira|no acudira|no esta en condiciones|se ve impedido|se ve impedida|impedido|impedida|declino|desistio|ha desistido|fallecio|ceso en|ha cesado|fue removido|fue removida|compromisos ineludibles|fuerza mayor|quedo sin efecto|quede sin efecto|queda sin efecto|sea retirado|sea retirada|sea eliminado|sea eliminada|licencia por|de licencia|licencia de maternidad|licencia medica|baja medica|de baja|ya no forma parte|ya no labora|ya no trabaja|nao pode|nao podera|nao viajara|nao ira|nao participara|impossibilitado|impossibilitada|adoeceu|doente|foi transferido|foi transferida|por motivos de saude|deixou de|ja nao",
    ),
    (
        Cue::Withdrawing,
        "relinquish|relinquishes|strike out|strike off|strike|delete|remove|take off|drop|disregard|release the seat of|release the place of|release the seat|revoke|revokes|rescind|rescinds|rescinding|revoking|void|radier|radie|supprimer|renoncer a|renonce a|revoquer|revoque|se desister|desistement de|desistement du|retrait du|annulation de|annulation du|annulation de la participation de|eliminar|suprimir|revocar|revoca|anular|anula|anulen|liberen|liberar|desistir de|desiste de|desistimiento de|desistimiento del|renunciar a|retiro de|retiro del|retirada de|retirada del|cancelacion de|cancelacion del|anulacion de|anulacion del|retirada da|cancelamento da|cancelamento do|anular a",
    ),
    (
        Cue::Alternate,
        "as an alternate|as alternate|as substitute|second choice|fallback|ranked second|waiting list|second in order|remplacant eventuel|remplacante eventuelle|en reserve|second choix|deuxieme choix|liste d'attente|en second lieu|segunda opcion|como suplente|en calidad de suplente|en reserva|lista de espera|em segundo lugar|como suplentes",
    ),
    (
        Cue::Conditional,
        "were he|were she|if for any reason|if the first|only if the first|si le premier|si la premiere|si le titulaire|si la titulaire|si el primero|si la primera|si el titular|si la titular|if the principal|if a second|should a second|si un second|si une seconde|si por alguna razon|si el sr|si la sra|si el senor|si la senora|de no ser posible|de no poder|caso o|caso a|se por qualquer",
    ),
    (
        Cue::Own,
        "self-financed|self-financing|self-supported|self financed|self funded|self-sponsored|privately funded|from his own resources|from her own resources|from own resources|own resources of|on own funding|autofinance*|auto-finance*|sur fonds propres|fonds propres|par ses propres moyens|por sus propios medios|recursos propios|con recursos propios|con fondos propios|a expensas propias|por medios propios|meios proprios|expensas proprias|por conta propria",
    ),
    (
        Cue::Borne,
        "cost of the government|cost of the state|cost of the ministry|at government cost|at government expense|cost of his ministry|cost of her ministry|por cuenta del gobierno|por cuenta del estado|por cuenta del ministerio|a expensas del gobierno|a expensas del estado|looked after by|funded by the department|funded by the ministry|funded by the mission|funded by its|shall be funded by|charged to the budget|charged to its|charged to our|charged to his|charged to her|paid from the budget|covered from the budget|financed from the|met from the budget|met from national|sponsored by iom|sponsored by another|sponsored by other|supported by iom|bears the costs|bears the cost|regles par|regle par|pris en charge par notre|pris en charge par nos|a la charge du ministere|a la charge de la mission|a la charge de son|finance par le ministere|financee par le ministere|finance par l'etat|finance par son|financee par son|impute sur|imputes sur|imputees au|imputes au|con cargo al presupuesto|con cargo al ministerio|con cargo al gobierno|con cargo a su|con cargo a sus|con cargo a la mision|con cargo al estado|costeados por|costeado por|costeada por|asumidos por|asumido por el gobierno|asumira el gobierno|asumira el ministerio|financiado por su|financiada por su|financiado por el ministerio|financiada por el ministerio|financiado por el gobierno|pagado por su|pagados por el|cubre el gobierno|cubre el ministerio|cubrira el gobierno|cubrira el ministerio|cubiertos por su|cubierto por su|cubierto por el gobierno|suportadas pelo governo|suportados pelo governo|suportadas pelo|a cargo do orcamento|custeado pelo|custeada pelo",
    ),
    // Somebody else.
    (
        Cue::Other,
        "by the minister|by its minister|by our minister|by the honourable minister|by the hon. minister|by the prime minister|through its minister|through the minister|acting through|signed by|(signed|on instruction of|on instructions of|upon instructions of|upon the instruction of|at the request of|submitted by|prepared by|certified by|authorised by|authorized by|approved by|endorsed by|under the direction of|under the guidance of|instructed by|copied to|in copy|ask for|speak to|spoke to|spoke with|spoken to|spoken with|liaising with|coordinate with|queries to|enquiries to|questions to|inquiries to|handled by|dealt with by|personal assistant|thanks to|conversation with|discussion with|call with|e-mail of|e-mail from|email from|email of|mail from|message of|visit of|under the chairmanship of|hosted by|moderated by|facilitated by|co-chaired by|chairmanship of|next of kin|emergency contact|in case of emergency|notify in|son of|daughter of|wife of|husband of|on behalf of the minister|on behalf of minister|on behalf of mr|on behalf of ms|on behalf of mrs|behalf of the permanent secretary|secretary-general of the conference|facilitators|co-facilitator|special adviser to",
    ),
    (
        Cue::Other,
        "par le ministre|par la ministre|par le premier ministre|par son ministre|par la voix de|par la voix du|par la plume de|par la plume du|par l'intermediaire de|par l'entremise de|sur instruction de|sur instructions de|au nom du ministre|au nom de la ministre|a la demande de|signe par|signee par|point focal|point de contact|interlocuteur|interlocutrice|se mettre en rapport avec|prendre contact avec|prendre attache avec|entretien avec|conversation avec|en copie|courriel de|message de|sous la direction de|sous l'autorite de|sous la presidence de|approuve par|autorise par|vise par|epouse de|fils de|fille de|a contacter|personne a prevenir|en cas d'urgence|cofacilitateurs|co-facilitateurs|animee par|organisee par|ecrire a|repondre a|appeler",
    ),
    (
        Cue::Other,
        "por el ministro|por la ministra|por el canciller|por la canciller|por intermedio de|por intermedio del|por conducto de|por conducto del|en la persona del ministro|por instruccion de|por instrucciones de|por instrucciones del|por encargo de|por encargo del|a solicitud de|a solicitud del|a peticion de|a peticion del|firmado por|firmada por|suscrita por|suscrito por|punto focal|punto de contacto|coordinar con|hablar con|conversacion con|correo de|mensaje de|autorizado por|aprobado por|bajo la direccion de|gracias a|hijo de|hija de|esposa de|esposo de|copia a|con copia a|en caso de emergencia|avisar a|cofacilitadores|en nombre del ministro|en nombre de la ministra|contacto com|por instrucao de|assinado por|carta da|carta do|em nome de|em nome do|pessoa de contacto|ponto focal",
    ),
];
