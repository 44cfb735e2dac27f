#![allow(clippy::unwrap_used)]
use super::*;
use crate::reading::words::split;
use crate::states::fold::Folded;

#[test]
fn ordinals_need_a_meeting() {
    let cases: &[(&str, &[u32])] = &[
        ("the fifth informal thematic session", &[5]),
        ("the 5th informal thematic session", &[5]),
        ("the Vth session", &[5]),
        ("la 1re session thématique informelle", &[1]),
        ("la 2e session thématique", &[2]),
        ("la cinquième session", &[5]),
        ("la quinta sesión temática", &[5]),
        ("la 5.ª sesión", &[5]),
        ("the twenty-third round of talks", &[23]),
        ("the fifth and sixth thematic sessions", &[5, 6]),
        ("Session 5 on smuggling", &[5]),
        ("session thématique n° 5", &[5]),
        ("round II", &[2]),
        ("пятая неофициальная тематическая сессия", &[5]),
        ("5-я сессия", &[5]),
        ("الدورة المواضيعية غير الرسمية الخامسة", &[5]),
        ("第五次非正式专题会议", &[5]),
        ("the seventy-first session of the General Assembly", &[]),
        ("First Secretary at the Mission", &[]),
        ("rounds one to three", &[1, 2, 3]),
        ("las rondas primera a tercera", &[1, 2, 3]),
        ("с первого по третий раунд", &[1, 2, 3]),
        ("во втором и третьем раундах", &[2, 3]),
        ("第一至第三轮谈判", &[1, 2, 3]),
        ("出席全球契约首轮谈判", &[1]),
        ("our delegates cover the negotiations in the Second and Third Committees", &[]),
        ("the meeting that went round three offices", &[]),
        ("第二轮和第三轮谈判", &[2, 3]),
        ("الجولات الثلاث الأولى من المفاوضات", &[1, 2, 3]),
        ("全部六轮谈判", &[]),
        ("第12号照会", &[]),
        ("the session 4-5 September 2017", &[]),
    ];
    for (text, wanted) in cases {
        let got: Vec<u32> = find(&split(&Folded::new(text))).iter().map(|o| o.number).collect();
        assert_eq!(&got, wanted, "{text}");
    }
}
