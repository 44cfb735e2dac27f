//! What somebody is in a delegation, which is no part of the post: "Undersecretary (Head of Delegation)", "局长（团长）".

use std::sync::LazyLock;

use crate::reading::words::fold;

/// Roles of a delegation, folded.
static ROLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let all = "head of delegation|head of the delegation|head|leader|leader of delegation|leader of the delegation|alternate head|\
        alternate head of delegation|deputy head of delegation|delegate|member|member of delegation|adviser|chef de delegation|\
        chef de la delegation|cheffe de delegation|cheffe de la delegation|membre|membre de la delegation|jefe de delegacion|\
        jefe de la delegacion|jefa de delegacion|jefa de la delegacion|miembro|miembro de la delegacion|глава делегации|член делегации|\
        руководитель делегации|رئيس الوفد|رئيسة الوفد|رئيسا للوفد|عضو|عضو الوفد|团长|副团长|团员|\
        代表团团长|代表|副代表|成员|领队|顾问|随员|组长";
    all.split('|').map(fold).collect()
});

/// Whether the words are a role and nothing else.
pub(super) fn is_role(words: &str) -> bool {
    let words = fold(words.trim());
    ROLES.contains(&words)
}

/// A post without the role behind it, in brackets or behind a last comma.
pub(super) fn without(post: &str) -> String {
    let mut out = post.to_owned();
    for (open, close) in [('(', ')'), ('（', '）')] {
        if let Some((before, rest)) = out.split_once(open)
            && let Some((inner, behind)) = rest.split_once(close)
            && !before.trim().is_empty()
            && is_role(inner)
        {
            out = before.trim_end().to_owned() + behind;
        }
    }
    // "..., Head of Delegation": one word alone may be a post ("Adviser").
    let last = [", ", "، ", "，", ". "].into_iter().filter_map(|sign| out.rsplit_once(sign)).next();
    match last {
        Some((before, role)) if is_role(role) && (role.contains(' ') || role.ends_with('长')) => {
            before.to_owned()
        }
        _ => out,
    }
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn roles_are_no_posts() {
        for (post, wanted) in [
            (
                "Undersecretary (Head of Delegation), Department of Labor",
                "Undersecretary, Department of Labor",
            ),
            ("公安部出入境管理局副局长（团长）", "公安部出入境管理局副局长"),
            ("وزير الهجرة والمهجرين، رئيس الوفد", "وزير الهجرة والمهجرين"),
            ("Directeur de la Diaspora, chef de la délégation", "Directeur de la Diaspora"),
            ("Legal Adviser (Treaties), Adviser", "Legal Adviser (Treaties), Adviser"),
            ("Deputy Secretary (Political-4)", "Deputy Secretary (Political-4)"),
        ] {
            assert_eq!(without(post), wanted);
        }
    }
}
