//! What to write instead, where two types were compared that cannot be.

use crate::rules::expr::names::Type;

pub(super) fn compare_help(kind: Type, other: Type) -> &'static str {
    let either = |wanted: Type| kind == wanted || other == wanted;
    if either(Type::Lists) || either(Type::Strings) {
        "to look something up in a list, use `in`: 'ldc' in state.lists"
    } else if either(Type::Travellers) {
        "to count travellers, write request.travellers.size()"
    } else if either(Type::Timestamp) && either(Type::Text) {
        "write the moment as timestamp('2017-08-18T23:59:59Z')"
    } else if either(Type::Timestamp) && either(Type::Date) {
        "compare moments with moments (note.received, event.deadline) and days with days (note.date, event.start)"
    } else if either(Type::Date) && either(Type::Text) {
        "write the day as date('2017-08-18')"
    } else if either(Type::Duration) && either(Type::Text) {
        "write the span as duration('48h')"
    } else if either(Type::Bool) && either(Type::Text) {
        "write true or false without quotes"
    } else if either(Type::Int) && either(Type::Text) {
        "write the number without quotes"
    } else {
        "both sides must be of the same type"
    }
}
