use super::*;

#[test]
fn codes_are_told_from_dates_addresses_and_telephones() {
    for code in [
        "PMUN/NV/123/2017",
        "S-DVAM-17-2214",
        "ONU-04417",
        "KMUN-41/17",
        "31/1-ПП",
        "ص/١٢٣/ج",
        "UN/MIG/3/2017 (ii)",
        "0455 PMC/UN/18",
        "0977/17",
        "17-DCPI-0442",
        "BDPMNY/Migration/2017-94",
        "PMUN.NV.12",
        "244-1/2017",
        "33-2017",
        "(GEN)UN/2018/15",
        "X/12",
        "0244/ب د م/ن ي",
        "NV-2017-1144",
        "NY-2017-5518",
        "P.312-ONU-17/41",
        "维也纳/151/17",
        "2017/AMB-MAD/照/48",
        "DOC:12/4/2",
        "MOL/RL/HM/0719/’17",
        "EPONUNY 0571/2018",
        "ONU 02917",
        "PMZ/7/22/1 conf.",
    ] {
        assert_eq!(is_code(code).as_deref(), Some(code));
    }
    for other in [
        "03/08/2017",
        "2017-08-03",
        "10-Aug-2017",
        "18/IX/2017",
        "NY 10017-1234",
        "CH-1211",
        "212-555-0147",
        "A/RES/71/280",
        "820 Second Avenue",
        "GENEVE 1211",
        "4-6 December",
        "Vienna, 4-5",
        "2017-2018",
        "1/2",
        "2017-08",
        "Geneva",
        "Tel: 12/4",
        "10:30/11",
        "16/أغسطس/2017",
    ] {
        assert_eq!(is_code(other), None, "{other}");
    }
    assert_eq!(is_code("#33/24817").as_deref(), Some("33/24817"));
}
