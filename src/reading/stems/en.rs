//! Stems of English.

use super::Stem::{self, *};

pub(super) const TABLE: &[(Stem, &str)] = &[
    (
        Pay,
        "cover covers covered covering coverage defray* funded funding sponsor* bear bears bearing borne pay paid paying payable payment pays reimburs* underwrit* subsid* absorb* shoulder* foot settle settled refund* bursary stipend grant-in-aid fellowship debited charged chargeable payer imput* finance finances financed financing",
    ),
    (Take, "take takes taking taken look looks looked looking pick picks picked"),
    (Charge, "care after bill"),
    (
        Provide,
        "provid* provision meet meets met meeting arrang* furnish* purchas* buy book booked booking issu* procur* supply suppli* secur* grant granted granting extend* accord* allocat* offer* give given make",
    ),
    (
        Help,
        "support supports supported supporting supportive help helps helped helping aid aided facilitat* relief backing enabl* sponsorship assist assists assisted assisting",
    ),
    (
        Cost,
        "ticket* airfare* fare fares expens* cost costs costing allowance* dsa diem subsistence accommodation lodging hotel hotels outlay* itinerary upkeep flight flights airline* terminals per-diem expenditure* disbursement* logistic* passages roundtrip expenditure bill purse nights",
    ),
    (
        Travel,
        "travel* journey* trip trips passage passages transport* attend* particip* flight* board fly flies flying presence stay voyage* represent represented movement come coming visit way",
    ),
    (Fund, "fund funds facility mechanism organizers organisers"),
    (
        Benefit,
        "benefi* avail avails availed availing eligib* recipient* awardee* advantage recourse draw draws drawing access accessing resort qualif* entitle* sponsee*",
    ),
    (
        Seat,
        "seat seats place places slot slots list lists inclusion includ* among roster delegate delegates name names spot reservation* booking* beneficiar* ticket tickets quota",
    ),
    (
        Offer,
        "facility facilities scheme schemes offer offered arrangement* modalit* circular provision* programme program paragraph support assistance help funding possibility fund funds trust sponsorship",
    ),
    (
        Wish,
        "request requests requested requesting requisition ask asks asked asking seek seeks seeking sought solicit* apply applies applied applying application applicant* appeal* entreat* beseech* petition* crave* plea counting counts pray prays beg begs bespeak* vouchsafe* wanting plead* claim claims",
    ),
    (
        Polite,
        "appreciat* grateful gratefully oblig* hope hopes hoping hopeful hoped indebted thankful kindly favour favor favourabl* favorabl* pleas* trusts goodwill courtesy await* wish wishes wished expect expects sympathetic beholden delighted bestow* want wants desir* pls plz",
    ),
    (May, "would could may might can possible possibility possibly"),
    (Name, "nominat* nominee* propos* recommend* submit* candida* suggest* endors*"),
    (
        Need,
        "need needs needed require requires required requiring requirement* necess* rely relies depend* want",
    ),
    (
        Means,
        "budget* means resourc* financ* fiscal funds allotment* vote treasury exchequer coffers money austerity",
    ),
    (
        Scarce,
        "exhaust* insufficient inadequa* limited scarce constrain* unable beyond lack lacks lacking short shortage depleted spent strain* meagre modest absence unavailab* prohibit* restrict* tight scant exceed* allow permit permits cannot nothing afford* stretch*",
    ),
    (Not, "no not nor without neither none never cannot nothing nobody nil didn doesn won don isn"),
    (Back, "back"),
    (
        Proceed,
        "proceed* pursue pursued pursuing process processed processing action maintain maintained keep consider considered considering count",
    ),
    (
        Shift,
        "carry carried carrying transfer transferred transferring shift shifted move moved moving reassign* reallocat* redirect* postpone* defer deferred rolled",
    ),
    (Without, "without absent failing barring"),
    (
        Longer,
        "longer unfortunately regret* regrettab* finally eventually anymore apolog* sorry circumstances alas unforeseen",
    ),
    (If, "if provided unless otherwise"),
    (
        Home,
        "government* governmental ministry ministries national own themselves treasury state domestic sending authorities mission department capital embassy agency employer institution institutions institute agencies side iom university",
    ),
    (Alone, "own self"),
    (Selves, "ourselves themselves himself herself myself"),
    (By, "by from at expense expenses"),
    (Replace, "replac* substitut* instead stead lieu supersed* successor switch* swap* supplant* swap"),
    (
        Correct,
        "amend* rectif* corrig* correct correction corrections corrected correcting erroneous* misspel* misspelt mistyped misprint* typo typographical typing error errors mistake mistaken mistakenly revis* modif* alter alters altered alteration* changed transpos* clerical garbled misstated inadvertent* transcri* modification modifications rebook",
    ),
    (Withdraw, "withdr* rescind* retract* revok* desist* relinquish* forgo* forego* renounc* waiv*"),
    (
        Cancel,
        "cancel* annul* nullif* void disregard* moot lapse lapses lapsed obsolete defunct discontinu* closed close stopped stop inoperative ignore",
    ),
    (
        Drop,
        "strike struck striking release released releasing free freed remove removed removing delete deleted vacat* discard* cross crossed surrender* forfeit* cede* ceded",
    ),
    (
        Unable,
        "unable cannot prevent* imped* incapacitat* precluded inability impossib* hinder* indispos* unavailab*",
    ),
    (
        Former,
        "previous* earlier former* prior said above above-mentioned aforementioned aforesaid dated further reference referring refers refer pursuant regard recall* following acknowledg* addition subject supplement* sequel last foregoing captioned already initially originally had",
    ),
    (Own, "its our my their"),
    (
        Paper,
        "note notes letter* request requests communication* nomination* email emails mail mails nomine* nominee* application correspondence message candidature* candidac* verbale",
    ),
    (
        Attend,
        "attend attends attended attending attendance particip* represent represents represented representing part delegation present accompany* accompanied come coming speak speaks join joins arriving lead fly flies go going travel travels travelling",
    ),
    (Will, "will shall ll is are intends plans confirm confirms confirmed"),
    (Attends, "attendees"),
    (Delegation, "delegation delegations"),
    (
        Compose,
        "consist* compos* compris* head headed led lead include* includes members following follows made form formed constitut*",
    ),
    (Ask, "clarif* enquir* inquir* guidance query queries elucidat* ascertain* wonder wondering"),
    (
        Tell,
        "inform informed advise advised confirm confirmed confirmation indicate indicated tell let say state explain specify notify apprise apprised information question questions learn hear word enlighten details remind decide ask",
    ),
    (
        Know,
        "know known learn information find hear ascertain details particulars enlighten advice understand",
    ),
    (Which, "whether if when what how which until who where why"),
    (
        Matter,
        "deadline deadlines procedure* criteria criterion status requirements documents documentation modalit* conditions timeline eligibility rate rates amount process receipt outcome formalities rules stage progress decision",
    ),
    (Give, "contribut* pledg* donat* donor donors give giving gift grant"),
    (
        Transfer,
        "transfer* remit* deposit* allocat* earmark* disburse* pay paid paying provide provided providing make makes payment put commit* commitment set credit credited available replenish* support lodge place places placed toward towards disposal",
    ),
    (
        Sum,
        "amount sum usd eur chf gbp nok sek dkk cad aud jpy krw euro euros dollars francs pounds kroner million money yen czk pln",
    ),
    (From, "from by"),
    (Able, "able position available"),
    (Small, "the of and to in for with is that this its on by be will has"),
    (Account, "expense expenses account budget"),
    (
        Announce,
        "register registers registering accredit* notify notifies communicate communicates announce announces enrol list lists",
    ),
    (Got, "received sent reached receive recipient"),
    (Nations, "nations organization"),
    (Relative, "who whom whose which"),
    (
        Chief,
        "minister* prime president* premier ambassador* consul* governor* chairman chairperson chair nuncio cardinal attorney-general excellency premier chancellor speaker",
    ),
    (Sign, "sign signed signs signing undersigned signature* signator* regards sincerely"),
    (
        Delegate,
        "delegate* nominee* candidate candidates representative* official officials officer officers expert experts colleague* person persons participant* lady gentleman staff",
    ),
    (
        Advice,
        "advice advised behalf instruct* authority authoris* authoriz* approv* behest decision decree consent mandate* entrust* ask* decided",
    ),
];
