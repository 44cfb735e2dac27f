//! Requests in the form of a polite question.

/// "could the fund pay the ticket of my colleague, Mr. X?": a request in the form of a polite question. It asks that
/// somebody pay, for a person who is named or at hand; a question about the paying ("whether") is none.
pub(super) fn asks_to_pay(sentence: &str) -> bool {
    const WOULD: &[&str] = &[
        "could", "can", "would", "may", "might", "will", "pourrait", "pourriez", "peut", "serait", "pouvez",
        "podria", "podrian", "puede", "seria",
    ];
    const PAY: &[&str] = &[
        "granted",
        "funded",
        "sponsored",
        "supported",
        "covered",
        "paid",
        "financed",
        "assisted",
        "pay",
        "cover",
        "finance",
        "fund",
        "support",
        "sponsor",
        "bear",
        "provide",
        "grant",
        "assist",
        "book",
        "purchase",
        "help",
        "prendre",
        "payer",
        "financer",
        "couvrir",
        "soutenir",
        "appuyer",
        "pagar",
        "cubrir",
        "costear",
        "sufragar",
        "financiar",
        "apoyar",
        "comprar",
    ];
    const ABOUT: &[&str] = &[
        "whether",
        "if",
        "confirm",
        "inform",
        "advise",
        "tell",
        "know",
        "clarify",
        "how",
        "when",
        "what",
        "which",
        "si",
        "confirmer",
        "informer",
        "preciser",
        "confirmar",
        "informar",
        "aclarar",
        "cuando",
        "como",
        "received",
        "been",
    ];
    const PERSON: &[&str] = &[
        "i",
        "me",
        "my",
        "our",
        "us",
        "moi",
        "notre",
        "yo",
        "mi",
        "nuestro",
        "nuestra",
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "prof",
        "mme",
        "mlle",
        "monsieur",
        "madame",
        "sr",
        "sra",
        "senor",
        "senora",
        "dra",
        "ing",
        "lic",
        "colleague",
        "delegate",
        "nominee",
        "representative",
        "collegue",
        "delegue",
        "colega",
        "delegado",
        "delegada",
    ];
    let mut words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let Some(_) = words.by_ref().find(|w| WOULD.contains(w)) else { return false };
    let (mut pays, mut person) = (false, false);
    for word in words {
        if !pays && ABOUT.contains(&word) {
            return false;
        }
        person |= PERSON.contains(&word);
        pays |= PAY.contains(&word);
    }
    pays && person
}
