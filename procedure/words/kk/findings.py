"""What rules say: what the law asks, what the record shows, margins, repairs, results and notes."""

SENTENCES = {
    # anchors
    "anchor.missing": "мерзім есептелетін {act:name} актісі журналда жоқ",
    "anchor.unsure": "есептің басы нақты белгісіз",
    "calendar.missing": "жұмыс күндерінің күнтізбесі жоқ",
    # what the law asks
    "asked.norm": "нормада белгіленген нәрсе",
    "asked.term": "{norm:cite} нормасы бойынша «{term:term}»",
    "asked.unread": "{norm:cite} нормасында айтылғаны, оның мәтіні оқылмаған",
    "asked.period": "мерзім: {period:period}",
    "asked.within": "{period:period_of} ішінде, санақ басы: {start:moment}; соңғы мерзім: {limit:moment}",
    "asked.not_within": (
        "{period:period_of} ішінде болмайды, санақ басы: {start:moment}; рұқсат етілген алғашқы сәт: {limit:moment}"
    ),
    "asked.not_within_none": "осындай соңғы актіден кейінгі {period:period_of} ішінде болмайды",
    "asked.by_then": "мына күннен кемінде {period:period} бұрын: {end:moment}; соңғы мерзім: {limit:moment}",
    "asked.not_before": (
        "мына күнге {period:period} қалғаннан ерте емес: {end:moment}; рұқсат етілген алғашқы сәт: {limit:moment}"
    ),
    "asked.not_within_last": (
        "мына күнге дейінгі соңғы {period:period} ішінде болмайды: {end:moment}; соңғы мерзім: {limit:moment}"
    ),
    "asked.window": "мына аралықта: {opens:moment} — {closes:moment}",
    "asked.not_later": "ең кеші: {closes:moment}",
    "asked.not_earlier": "ең ертесі: {opens:moment}",
    "asked.clock": "жергілікті уақытпен ең ертесі {opens:clock}, ең кеші {closes:clock}",
    "asked.clock_exact": "жергілікті уақытпен дәл {at:clock}",
    "asked.clock_latest": "жергілікті уақытпен ең кеші {closes:clock}",
    "asked.clock_earliest": "жергілікті уақытпен ең ертесі {opens:clock}",
    "asked.same": "{act:name} актісімен бір күнде",
    "asked.by": "кім жасайды: {actors:actors}",
    "asked.listed": "{fact:fact}: {words:words_or}",
    "asked.repeated": "{act:name} актілерінің саны кемінде {needed:number} ({fact:fact}: {word:word})",
    "asked.each_chamber": "{share:share}: {needed:of_bases}",
    "asked.stated": "{fact:fact}: {words:words_or}",
    "asked.after": "{acts:names} актісінен кейін",
    "asked.after_where": "{acts:names} актісінен кейін ({fact:fact}: {word:word})",
    "asked.after_same": "«{fact:fact}» мәні дәл сондай {acts:names} актісінен кейін ({word:word})",
    "asked.unless_listed": "мына жағдайларда бұдан басқа ештеңе қажет емес: {names:words_or}",
    "asked.before": "{acts:names} актісінен кейін емес",
    "asked.not_during": "{act:name} актісімен басталған режим қолданылып тұрғанда емес",
    "asked.consulted": "алдын ала консультациялар: {names:actors_and}",
    "asked.consulted_all": "{act:name} актісі журналға енгізгендердің әрқайсысымен алдын ала консультациялар",
    "asked.reading": "«{answer:plain}» түсіндірмесінде бұдан басқа ештеңе қажет емес",
    "asked.share": "{share:share}",
    "asked.at_least": "{share:share}: {whole:number} ішінен {needed:number}",
    "asked.at_most": "{share:share}: көп дегенде {needed:number} (бастапқы сан: {whole:number})",
    "asked.number_least": "{fact:fact}: кемінде {needed:number}",
    "asked.number_most": "{fact:fact}: көп дегенде {needed:number}",
    "asked.ballot": "дауыс беру: {mode:word}",
    "asked.adds_up": "бір-біріне қайшы келмейтін сандар",
    "asked.seats": (
        "мандаттарды ({seats:number}) шекті межеден ({share:share}, барлығы {whole:number}) өткен тізімдер арасында "
        "квота және ең үлкен қалдықтар бойынша бөлу"
    ),
    # what the record shows
    "shown.when": "жасалған уақыты: {when:moment}",
    "shown.date_set": "белгіленген күні: {when:moment}",
    "shown.when_unsure": (
        "жасалған уақыты: {when:moment}; бұл мына сәттен бұрын ба, кейін бе, журналда айтылмаған: {limit:moment}"
    ),
    "shown.day_unsure": "жасалған уақыты: {when:moment}; күні нақты белгісіз",
    "shown.both": "жасалған уақыты: {when:moment}; екінші акт: {other:moment}",
    "shown.by": "кім жасады: {actor:actor}",
    "shown.stated": "{fact:fact}: {word:word}",
    "shown.act": "журналда {act:name} актісі бар, {when:moment}",
    "shown.none": "сәйкес акт жоқ, ал журнал {acts:names} актілерінің бәрін тізеді",
    "shown.not_on_record": "журналда {acts:names} актісі жоқ, бірақ журнал ондай актілерді толық тіздім демейді",
    "shown.repeated": "журналда {number:acts} бар",
    "shown.each_chamber": "{votes:of_bases}; {declared:declared}",
    "shown.none_before": "бұған дейін журналда {acts:names} актісі жоқ",
    "shown.during": "{act:name} актісінің күші әлі жойылмаған еді, {when:moment}",
    "shown.consulted": "журналда консультациялар бар: {names:actors_and}",
    "shown.not_consulted": "консультациялар болмаған ({names:actors_and}): журнал олардың бәрін тізеді",
    "shown.consultation_not_on_record": (
        "журналда консультациялар жоқ ({names:actors_and}), бірақ журнал оларды толық тіздім демейді"
    ),
    "shown.not_full": (
        "журналдағылардың бәрімен консультациялар өткізілген, бірақ журнал {acts:names} актілерін толық тіздім демейді"
    ),
    "shown.reading_kept": "осы түсіндірме талап ететіннің бәрі бар",
    "shown.unread": "айту мүмкін емес: {why:word}",
    "shown.votes": "жақтаған дауыс: {votes:number}; {declared:declared}",
    "shown.present": "қатысқаны: {present:number}",
    "shown.took_part": "дауыс беруге қатысқаны: {present:number}; залда қанша адам болғаны журналда айтылмаған",
    "shown.number": "{fact:fact}: {number:number}",
    "shown.share": "{fact:fact}: {percent:decimal} %",
    "shown.traced": "бюллетеньдер арқылы кімнің қалай дауыс бергенін білуге болады",
    "shown.votes_published": "дауыс беруді өткізген органның өзі кімнің қалай дауыс бергенін жария етті",
    "shown.ballot": "дауыс беру: {mode:word}",
    "shown.adds_up": "журналдағы сандар үйлеседі",
    "shown.contradiction": "журнал өзіне өзі қайшы келеді: {more:fact} — {part:number}, {less:fact} — {whole:number}",
    "shown.seats": "дауыстар бойынша: {seats:actors_and}",
    "shown.seats_differ": "дауыстар бойынша: {seats:actors_and}; жарияланғаны: {declared:actors_and}",
    "shown.seats_open": (
        "кодталған ережелердің бірде-бірі шешпейтін дауыс теңдігі немесе беретін тізім табылмаған мандат"
    ),
    "fact.missing": "журналда көрсетілмеген: {fact:fact}",
    "given.missing": "бастапқы фактілер арасында көрсетілмеген: {fact:fact}",
    "by.missing": "актіні кім жасағаны журналда айтылмаған",
    "base.unknown": "үлес алынатын сан белгісіз: {base:word}",
    "text.unread": "{norm:cite} нормасының «{term:term}» белгіленген мәтіні оқылмаған",
    "status.alleged": "бұл тек айтылып жүр; айтылғанның өзі бұзушылықты дәлелдемейді",
    # margins
    "margin.early": "{days:days} ерте",
    "margin.early.none": "сол күні, бірақ тым ерте",
    "margin.early.minutes": "{minutes:minutes} ерте",
    "margin.late": "{days:days} кеш",
    "margin.late.none": "соңғы күні, бірақ тым кеш",
    "margin.late.minutes": "{minutes:minutes} кеш",
    "margin.left": "мерзім аяқталғанға дейін {days:days} бар",
    "margin.left.none": "соңғы күні",
    "margin.left.exact": "дәл соңғы сәтте",
    "margin.left.minutes": "мерзім аяқталғанға дейін {minutes:minutes} бар",
    "margin.since": "рұқсат етілген алғашқы күннен бері {days:days} өткен",
    "margin.since.none": "рұқсат етілген алғашқы күні",
    "margin.since.exact": "дәл рұқсат етілген алғашқы сәтте",
    "margin.since.minutes": "рұқсат етілген алғашқы сәттен бері {minutes:minutes} өткен",
    "margin.votes_above": "қажеттіден {votes:votes} артық",
    "margin.votes_short": "{votes:votes} жетпейді",
    "margin.present_above": "кворумнан {present:present} артық",
    "margin.present_short": "кворумға {present:present} жетпейді",
    "margin.number": "артық қоры: {number:number}",
    "margin.off": "айырмасы: {number:number}",
    # days as counted
    "counted.forward": "{period:period}, санақ басы: {start:date}; соңғы күні: {last:date}, {days:days} өткен соң",
    "counted.backward": (
        "{period:period} кері санағанда, санақ басы: {start:date}; соңғы күні: {last:date}, {days:days} бұрын"
    ),
    # the way out
    "repair.by": "ең кеші: {when:moment}",
    "repair.from": "ең ертесі: {when:moment}",
    "repair.time": "уақытын көрсететін дереккөз, мына сәттен бұрын ба, кейін бе: {limit:moment}",
    "repair.after": "{act:name} актісінен кейін",
    "repair.after_any": "{acts:names} актісінен кейін",
    "repair.before": "{act:name} актісіне дейін",
    "repair.by_actor": "егер мына тұлға жасаса: {actors:actors}",
    "repair.stated": "мына шартпен: «{fact:fact}: {words:words_or}»",
    "repair.complete": "{act:name} актілерінің бәрін тізетін журнал",
    "repair.consult": "мына қатысушылармен консультациялардан кейін: {names:actors_and}",
    "repair.declare": "егер мынау жарияланса: {word:word}",
    "repair.votes_or_declare": "тағы {votes:votes} немесе мынау жарияланса: {word:word}",
    "repair.present": "залда тағы {present:present}",
    "repair.more": "тағы {number:number}",
    "repair.fewer": "{number:number} кем",
    "repair.share": "{share:share}",
    "repair.ballot": "дауыс беру: {mode:word}",
    "repair.recount": "дереккөзі көрсетілген, үйлесетін сандар",
    "repair.seats": "егер мынау жарияланса: {seats:actors_and}",
    # seats, step by step
    "seats.passes": (
        "{party:actor}: шекті межеден өтті; дауыс саны {votes:amount}, қажеті {needed:amount}, {margin:amount} артық"
    ),
    "seats.falls_short": (
        "{party:actor}: шекті межеден өтпеді; дауыс саны {votes:amount}, қажеті {needed:amount}, "
        "{margin:amount} жетпейді"
    ),
    "seats.admitted": (
        "{party:actor}: тізім шекті межеден өткен жалғыз тізіммен қатар мандат бөлуге жіберілді; дауыс саны "
        "{votes:amount}"
    ),
    "seats.quota": (
        "квота, яғни бір мандаттың құны: {votes:amount} дауыс саны {seats:amount} мандат санына бөлінгенде — "
        "{quota:amount}"
    ),
    "seats.corrected": "{party:actor}: {correction:amount} түзету коэффициентімен квота саны — {quotas:amount}",
    "seats.whole": (
        "{party:actor}: квота саны {quotas:amount}, демек мандат саны {seats:amount}, қалдығы {remainder:amount}"
    ),
    "seats.remainder": "{party:actor}: {remainder:amount} қалдығы үшін мандат, шамасы бойынша {rank:amount}-орын",
    "seats.tie_rule": (
        "{party:actor}: теңдік кезінде көрсетілген тәртіппен мандат (қалдығы {remainder:amount}, шамасы бойынша "
        "{rank:amount}-орын)"
    ),
    "seats.rest": "{party:actor}: квоталар мен қалдықтардан кейін қалған мандаттар — {seats:amount}",
    "seats.minimum": "{party:actor}: мандат саны бірінші тізімнің есебінен көбейтілді, енді {minimum:amount}",
    # results and notes
    "result.declared": "санау бойынша нәтиже: {word:word}",
    "result.computed": "санау бойынша нәтиже: {word:word} (есептелген; ештеңе жарияланбаған)",
    "note.not_in_force": "{norm:cite} нормасы ол күні күшінде болмаған",
    "note.edition": "{act:name} актісі құқықтың басқа редакциясында көзделген: {norms:or}",
    "note.taken_from": "{act:name} актісі мына жағдайда жасалады: {states:states_or}",
    "note.way": "«{state:state}» күйінен оған апаратын жол: {acts:way}",
    "note.no_way": "«{state:state}» күйінен оған жол жоқ",
    "note.unknown_act": "{act:name} актісін бірде-бір рәсім білмейді",
    "note.ruling": "журналдағы шешім, {act:name}, {when:moment}; осы акт үшін: {does:word}",
    "note.ruling_not_merits": (
        "журналдағы шешім, {act:name}, {when:moment}: {does:word}; мәні бойынша емес, сондықтан ол ештеңені "
        "растамайды да, күшін жоймайды да"
    ),
    "note.named_votes": (
        "бұл журнал біреудің жасырын дауыс беруде қалай дауыс бергенін айтады; бұл палата тарапынан бұзушылық емес; "
        "`--redact` ол мәліметтерді алып тастайды"
    ),
    "note.depends": "{act:name} актісіне сүйенеді, ал ол жарамсыз",
    "note.falls": "{act:name} актісіне сүйенеді, ал оның мұнда күші жоқ, өйткені ол заңсыз болды",
    "note.struck": "мұнда күші жоқ: сценарий заңсыз актілердің күші болмаса, не болар еді деп сұрайды",
}
