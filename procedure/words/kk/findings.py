"""What rules say: what the law asks, what the record shows, margins, repairs, results and notes."""

SENTENCES = {
    # anchors
    "anchor.missing": "мерзім есептелетін {act:name} актісі журналда жоқ",
    "anchor.unsure": "есептің басы нақты белгісіз",
    "calendar.missing": "жұмыс күндерінің күнтізбесі жоқ",
    # what the law asks
    "asked.norm": "норма талап ететін нәрсе",
    "asked.term": "{norm:cite} нормасындағы «{term:term}» шамасы",
    "asked.unread": "{norm:cite}, оның мәтіні оқылмаған",
    "asked.period": "мерзім: {period:period}",
    "asked.within": "мына күннен кейін {period:period_of} ішінде: {start:moment}; соңғы мерзім: {limit:moment}",
    "asked.not_within": (
        "мына күннен кейін {period:period_of} ішінде болмайды: {start:moment}; рұқсат: {limit:moment} бастап"
    ),
    "asked.not_within_none": "осындай соңғы актіден кейін {period:period_of} ішінде болмайды",
    "asked.by_then": "кемінде {period:period} бұрын, мына күнге дейін: {end:moment}; соңғы мерзім: {limit:moment}",
    "asked.not_before": (
        "{period:period} бұрыннан ерте емес, мына күнге дейін: {end:moment}; рұқсат: {limit:moment} бастап"
    ),
    "asked.not_within_last": (
        "соңғы {period:period} ішінде болмайды, мына күнге дейін: {end:moment}; соңғы мерзім: {limit:moment}"
    ),
    "asked.window": "мына аралықта: {opens:moment} — {closes:moment}",
    "asked.not_later": "кешіктірмей: {closes:moment}",
    "asked.not_earlier": "ерте емес: {opens:moment}",
    "asked.clock": "жергілікті уақытпен {opens:clock} — {closes:clock} аралығында",
    "asked.clock_latest": "жергілікті уақытпен кешіктірмей: {closes:clock}",
    "asked.clock_earliest": "жергілікті уақытпен ерте емес: {opens:clock}",
    "asked.same": "{act:name} актісімен бір күнде",
    "asked.by": "актіні жасайтын: {actors:actors}",
    "asked.listed": "{fact:fact}: {words:words_or}",
    "asked.repeated": "{act:name} актілерінің саны кемінде {needed:number} ({fact:fact}: {word:word})",
    "asked.each_chamber": "{share:share}: {needed:of_bases}",
    "asked.stated": "{fact:fact}: {words:words_or}",
    "asked.after": "{acts:names} актісінен кейін",
    "asked.after_where": "{acts:names} актісінен кейін ({fact:fact}: {word:word})",
    "asked.after_same": "«{fact:fact}» мәні дәл сондай {acts:names} актісінен кейін ({word:word})",
    "asked.unless_listed": "мына жағдайларда бұдан басқа талап жоқ: {names:words_or}",
    "asked.before": "{acts:names} актісінен кейін емес",
    "asked.not_during": "{act:name} актісімен басталған режим кезінде емес",
    "asked.consulted": "алдын ала консультациялар: {names:actors_and}",
    "asked.consulted_all": "{act:name} актісі журналға енгізгендердің әрқайсысымен алдын ала консультациялар",
    "asked.reading": "«{answer:plain}» түсіндірмесінде бұдан басқа талап жоқ",
    "asked.share": "{share:share}",
    "asked.at_least": "{share:share}: {whole:number} ішінен {needed:number}",
    "asked.at_most": "{share:share}: {whole:number} ішінен {needed:number} көп емес",
    "asked.number_least": "{fact:fact}: кемінде {needed:number}",
    "asked.number_most": "{fact:fact}: көп дегенде {needed:number}",
    "asked.ballot": "дауыс беру: {mode:word}",
    "asked.adds_up": "бір-біріне қайшы келмейтін сандар",
    "asked.seats": (
        "мандаттар саны: {seats:number}; шекті межеден өткен тізімдер арасында ({share:share}, барлығы "
        "{whole:number}), "
        "квота және ең үлкен қалдықтар бойынша"
    ),
    # what the record shows
    "shown.when": "жасалған уақыты: {when:moment}",
    "shown.date_set": "белгіленген күні: {when:moment}",
    "shown.when_unsure": (
        "жасалған уақыты: {when:moment}; осы мерзімге дейін бе, кейін бе, журнал айтпайды: {limit:moment}"
    ),
    "shown.day_unsure": "жасалған уақыты: {when:moment}; күні нақты белгісіз",
    "shown.both": "жасалған уақыты: {when:moment}; екіншісі: {other:moment}",
    "shown.by": "жасаған: {actor:actor}",
    "shown.stated": "{fact:fact}: {word:word}",
    "shown.act": "журналда {act:name} актісі бар: {when:moment}",
    "shown.none": "жоқ: журнал {acts:names} актілерінің бәрін тізеді, олардың арасында сәйкесі жоқ",
    "shown.not_on_record": "журналда {acts:names} актісі жоқ, ал журнал олардың бәрін тізуге міндеттенбейді",
    "shown.repeated": "журналда {number:acts}",
    "shown.each_chamber": "{votes:of_bases}; {declared:declared}",
    "shown.none_before": "бұған дейін журналда {acts:names} актісі жоқ",
    "shown.during": "{act:name} актісі әлі күшінде болды: {when:moment}",
    "shown.consulted": "журналда консультациялар бар: {names:actors_and}",
    "shown.not_consulted": "консультациялар болмаған ({names:actors_and}): журнал олардың бәрін тізеді",
    "shown.consultation_not_on_record": (
        "журналда консультациялар жоқ ({names:actors_and}), ал журнал олардың бәрін тізуге міндеттенбейді"
    ),
    "shown.not_full": (
        "журналдағылардың бәрімен консультациялар өткізілген, бірақ журнал {acts:names} актілерінің бәрін тізуге "
        "міндеттенбейді"
    ),
    "shown.reading_kept": "осы түсіндірме талап ететіннің бәрі бар",
    "shown.unread": "айту мүмкін емес: {why:word}",
    "shown.votes": "жақтап {votes:number}; {declared:declared}",
    "shown.present": "қатысып отырғаны: {present:number}",
    "shown.took_part": "дауыс беруге қатысқаны: {present:number}; залда қанша адам болғаны журналда айтылмаған",
    "shown.number": "{fact:fact}: {number:number}",
    "shown.share": "{fact:fact}: {percent:decimal} %",
    "shown.traced": "бюллетеньдер арқылы кімнің қалай дауыс бергенін білуге болады",
    "shown.votes_published": "дауыс беруді өткізген органның өзі кімнің қалай дауыс бергенін жария етті",
    "shown.ballot": "дауыс беру: {mode:word}",
    "shown.adds_up": "журналдағы сандар үйлеседі",
    "shown.contradiction": ("журнал өзіне өзі қайшы келеді: {more:fact} {part:number}, {less:fact} {whole:number}"),
    "shown.seats": "дауыстар бойынша: {seats:actors_and}",
    "shown.seats_differ": "дауыстар бойынша: {seats:actors_and}; жарияланғаны: {declared:actors_and}",
    "shown.seats_open": "бірде-бір ереже шешпейтін теңдік немесе ешкімге берілмейтін мандат",
    "fact.missing": "журналда жоқ: {fact:fact}",
    "given.missing": "бастапқы фактілер арасында жоқ: {fact:fact}",
    "by.missing": "актіні кім жасағаны журналда айтылмаған",
    "base.unknown": "үлес алынатын сан белгісіз: {base:word}",
    "text.unread": "{norm:cite} нормасының «{term:term}» белгілейтін мәтіні оқылмаған",
    "status.alleged": "тек айтылады; айтылғанның өзі әлі бұзушылық емес",
    # margins
    "margin.early": "{days:days} ерте",
    "margin.early.none": "сол күні, бірақ тым ерте",
    "margin.early.minutes": "{minutes:minutes} ерте",
    "margin.late": "{days:days} кеш",
    "margin.late.none": "соңғы күні, бірақ тым кеш",
    "margin.late.minutes": "{minutes:minutes} кеш",
    "margin.left": "шекке дейін {days:days}",
    "margin.left.none": "соңғы күні",
    "margin.left.exact": "дәл соңғы сәтінде",
    "margin.left.minutes": "шекке дейін {minutes:minutes}",
    "margin.since": "рұқсат етілген алғашқы күннен кейін {days:days}",
    "margin.since.none": "рұқсат етілген алғашқы күні",
    "margin.since.exact": "дәл рұқсат етілген алғашқы сәтінде",
    "margin.since.minutes": "рұқсат етілген алғашқы сәттен кейін {minutes:minutes}",
    "margin.votes_above": "қажеттіден {votes:votes} артық",
    "margin.votes_short": "{votes:votes} жетпейді",
    "margin.present_above": "кворумнан {present:present} артық",
    "margin.present_short": "кворумға {present:present} жетпейді",
    "margin.number": "қоры: {number:number}",
    "margin.off": "айырмасы: {number:number}",
    # days as counted
    "counted.forward": "{period:period}, басы: {start:date}; соңғы күні: {last:date}, {days:days} өткенде",
    "counted.backward": "{period:period} кері, басы: {start:date}; соңғы күні: {last:date}, {days:days} бұрын",
    # the way out
    "repair.by": "кешіктірмей: {when:moment}",
    "repair.from": "мына уақыттан бастап: {when:moment}",
    "repair.time": "уақытын айтатын дереккөз, мына сәтке дейін бе, кейін бе: {limit:moment}",
    "repair.after": "{act:name} актісінен кейін",
    "repair.after_any": "{acts:names} актісінен кейін",
    "repair.before": "{act:name} актісіне дейін",
    "repair.by_actor": "егер актіні жасайтын: {actors:actors}",
    "repair.stated": "егер {fact:fact}: {words:words_or}",
    "repair.complete": "{act:name} актілерінің бәрін тізетін журнал",
    "repair.consult": "консультациялардан кейін: {names:actors_and}",
    "repair.declare": "егер жарияланғаны: {word:word}",
    "repair.votes_or_declare": "тағы {votes:votes} немесе жарияланғаны мынадай болса: {word:word}",
    "repair.present": "залда тағы {present:present}",
    "repair.more": "тағы {number:number}",
    "repair.fewer": "{number:number} кем",
    "repair.share": "{share:share}",
    "repair.ballot": "дауыс беру: {mode:word}",
    "repair.recount": "дереккөзі көрсетілген, үйлесетін сандар",
    "repair.seats": "жарияланғаны: {seats:actors_and}",
    # seats, step by step
    "seats.passes": (
        "{party:actor}: шекті межеден өтті; дауыс саны {votes:amount}, қажеті {needed:amount}, {margin:amount} артық"
    ),
    "seats.falls_short": (
        "{party:actor}: шекті межеден өтпеді; дауыс саны {votes:amount}, қажеті {needed:amount}, "
        "{margin:amount} жетпейді"
    ),
    "seats.admitted": (
        "{party:actor}: тізім межеден өткен жалғыз тізіммен қатар бөлуге жіберілді; дауыс саны {votes:amount}"
    ),
    "seats.quota": ("бір мандаттың құны: {votes:amount} дауыс, {seats:amount} мандатқа бөлінеді, яғни {quota:amount}"),
    "seats.corrected": "{party:actor}: {correction:amount} түзетумен бөлінді {quotas:amount}",
    "seats.whole": (
        "{party:actor}: бөлінді {quotas:amount}, демек мандат саны {seats:amount}, қалдығы {remainder:amount}"
    ),
    "seats.remainder": "{party:actor}: {remainder:amount} қалдығы үшін мандат, көлемі бойынша нөмірі {rank:amount}",
    "seats.tie_rule": (
        "{party:actor}: теңдік кезінде көрсетілген тәртіппен мандат (қалдығы {remainder:amount}, нөмірі {rank:amount})"
    ),
    "seats.rest": "{party:actor}: бөлінді мен қалдықтардан кейінгі қалған мандаттар, {seats:amount}",
    "seats.minimum": "{party:actor}: мандат саны бірінші тізім есебінен {minimum:amount} санына жеткізілді",
    # results and notes
    "result.declared": "санау бойынша нәтиже: {word:word}",
    "result.computed": "санау бойынша нәтиже: {word:word} (есептелген; ештеңе жарияланбаған)",
    "note.not_in_force": "{norm:cite} ол күні күшінде болмаған",
    "note.edition": "{act:name} актісі құқықтың басқа редакциясына жатады: {norms:or}",
    "note.taken_from": "{act:name} актісі мына жағдайда жасалады: {states:states_or}",
    "note.way": "«{state:state}» күйінен оған апаратын жол: {acts:way}",
    "note.no_way": "«{state:state}» күйінен оған жол жоқ",
    "note.unknown_act": "{act:name} актісін бірде-бір рәсім білмейді",
    "note.ruling": "журналдағы шешім, {act:name}, {when:moment}; осы акт үшін: {does:word}",
    "note.ruling_not_merits": (
        "журналдағы шешім, {act:name}, {when:moment}: {does:word}; мәні бойынша емес, сондықтан ештеңені "
        "растамайды және жоймайды"
    ),
    "note.named_votes": (
        "бұл журнал біреудің жасырын қалай дауыс бергенін айтады; бұл палатаның бұзушылығы емес; `--redact` "
        "оны алып тастайды"
    ),
    "note.depends": "{act:name} актісіне сүйенеді, ал ол жарамсыз",
    "note.falls": "{act:name} актісіне сүйенеді, ал оның мұнда күші жоқ, өйткені ол заңсыз болды",
    "note.struck": "мұнда күші жоқ: сценарий заңсыз актілердің күші болмаса не болар еді деп сұрайды",
}
