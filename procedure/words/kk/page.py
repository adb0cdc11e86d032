"""The report as a page: headings, the answer, what stands beside the pictures and in the heads of tables."""

SENTENCES = {
    # the frame
    "page.skip": "Жауапқа өту",
    "page.nav": "Мазмұны",
    "page.nav.answer": "Жауап",
    "page.nav.sweep": "Қорытынды қай жерде өзгереді",
    "page.nav.timeline": "Уақыт желісі",
    "page.nav.results": "Нәтижелер",
    "page.nav.acts": "Актілер",
    "page.nav.timetable": "Күнтізбе",
    "page.nav.readings": "Ашық мәселелер",
    "page.nav.conflicts": "Дереккөздердің қайшылығы",
    "page.nav.machines": "Күй сызбалары",
    "page.nav.norms": "Нормалар",
    "page.nav.sources": "Дереккөздер",
    "page.nav.reproduce": "Қалай қайталауға болады",
    "page.kind.history": "тарих",
    "page.kind.hypothetical": "болжамды жағдай",
    "page.footer": "procedure {version} құрастырды. Бет желіге шықпайды және скрипт іске қоспайды.",
    "page.or": "немесе",
    "page.text.unverified": "мәтіні тексерілмеген",
    "page.text.unread": "мәтіні оқылмаған",
    # the question and the answer
    "page.answer": "Сұрақ пен жауап",
    "page.question.history": "{first:date} — {last:date}: қай қадамда заң сақталды, қайсысында сақталмады?",
    "page.question.hypothetical": "Егер осылай болса, бұл заңды болар ма еді?",
    "page.answer.acts": "Журналда {acts:acts} бар; нормалар бойынша бағаланғаны: {judged:number}.",
    "page.answer.unplaced": "Жасалған жерінде бірде-бір рәсім көздемейді: {number:acts}.",
    "page.answer.void": "Ешқандай құқықтық салдары жоқ: {number:acts}.",
    "page.answer.unlawful": "Заң қалай түсіндірілсе де және қай дереккөз дұрыс болса да, заңға қайшы: {number:acts}.",
    "page.answer.contested": "Заңды ма, жоқ па — заңның қалай түсіндірілуіне байланысты: {number:acts}.",
    "page.answer.disputed": "Заңды ма, жоқ па — қай дереккөздің дұрыс екеніне байланысты: {number:acts}.",
    "page.answer.undetermined": "Шешуге болмайды, өйткені шешуші факт немесе мәтін белгісіз: {number:acts}.",
    "page.answer.irregular": "Тәжірибеге қайшы, бірақ заң шегінде: {number:acts}.",
    "page.answer.lawful": "Заңды, яғни кодталған нормалар арасында бұзушылық табылмады: {number:acts}.",
    "page.answer.lapsed": "Мерзімінде орындалмағаны анық міндеттер: {number:number}.",
    "page.answer.not_shown": "Мерзімінде орындалғаны журналмен расталмаған міндеттер: {number:number}.",
    "page.answer.grave": "Заңды не бұзды",
    "page.answer.grave.many": "Заңды не бұзды: {number:acts}",
    "page.answer.open": "Түсіндірмеге немесе дереккөзге не байланысты",
    "page.answer.open.many": "Түсіндірмеге немесе дереккөзге не байланысты: {number:acts}",
    "page.reason": "{norm:cite}: {shown}.",
    "page.reason.repair": "{norm:cite}: {shown}. Заңды болар еді: {repair}.",
    # the sweep
    "page.sweep": "Қорытынды қай жерде өзгереді",
    "page.sweep.how": (
        "Журнал әр мәнмен қайта қаралады, қалғаны бұрынғыша қалады. Журналдың басқа жерінде сол туралы айтылғаны "
        "онымен бірге өзгермейді."
    ),
    "page.sweep.edges": "Қорытындының шектері",
    "page.sweep.edges.many": "Қорытындының шектері: {number:number} жол",
    "page.sweep.why": "{value}: {shown}.",
    "page.sweep.why.if": "{value}, егер {cell} болса: {shown}.",
    "page.sweep.command": "Әр нұсқаға бір жолдан кесте:",
    # the timeline
    "page.timeline": "Уақыт желісі",
    "page.timeline.title": "Уақыт желісі: {text}",
    "page.timeline.desc": (
        "Әр рәсімнің өз жолағы және онда актілері бар, {first:date} — {last:date}. Актілер бөлімінде бәрі сөзбен "
        "айтылған."
    ),
    "page.timeline.how": (
        "Әр рәсімнің өз жолағы бар: жоғарыда — сызбадағы әрпімен күйі; төменде — қорытындысымен актілер және бір "
        "орында бірнешеу болса, олардың саны. Актісі жоқ көлеңкелі аралықтар қысқартып көрсетілген."
    ),
    "page.timeline.spans.how": (
        "Жақша мерзімнің басынан аяғына дейін созылады, жуан сызық — бөлінген уақыт, штрих сызық — акт жасауға "
        "тыйым салынған уақыт. Ромб — актінің өзі немесе ол белгілеген күн; қасында — қанша қалғаны."
    ),
    "page.timeline.earlier": "Бағаланған бірінші актіге дейінгі мәнмәтін актілері көрсетілмеген: {number:number}.",
    "page.timeline.left_out": "Орын жетпегендіктен сақталған мерзімдер көрсетілмеген: {number:number}.",
    "page.timeline.spans": "Мерзімдер, бөлінген уақыт және тыйымдар",
    "page.timeline.gap": "{days:days}",
    "page.timeline.left": "{left} — {norm:cite}",
    "page.timeline.cases": "істер: {number:number}",
    "page.timeline.more": "+ {number:number}",
    "page.timeline.context": "Мәнмәтін",
    "page.timeline.loose": "Барлық рәсімнен тыс",
    "page.timeline.mark": "{outcome:outcome}: {text}",
    "page.timeline.marks": "{outcome:outcome}, {number:acts}; біріншісі: {text}",
    # the acts
    "page.acts": "Актілер",
    "page.acts.how": (
        "Әр акт ашылады: нормалар не талап етті, журналдан не көрінеді және оны не заңды етер еді. Актінің нөмірі"
        " — оның мекенжайы; жақшадағы сандар — дереккөздер."
    ),
    "page.act.working": "Жұмыс түсіндірмелерінде: {working:outcome}.",
    "page.act.asked": "Талап: {asked}.",
    "page.act.asked.margin": "Талап: {asked}; {margin}.",
    "page.act.finding.margin": "Талап: {asked}. Белгілісі: {shown} — {margin}.",
    "page.act.finding": "Талап: {asked}. Белгілісі: {shown}.",
    "page.act.kept": "({asked} — {margin})",
    "page.act.same": "Қорытындылары мына актідегідей:",
    "page.act.counted": "({counted})",
    "page.act.repair": "Заңды болар еді: {repair}.",
    "page.act.needs": "Мәселені шешетін нәрсе: {repair}.",
    "page.act.where": "егер",
    "page.act.not_encoded": "Оған қатысы белгілі, бірақ кодталмаған:",
    "page.act.claims": "Мұнда дереккөздер қайшы: айтылғандарын қатар қараңыз",
    "page.lapse": "{holder}: {act:name}{case}, {after:name} актісінен кейін.",
    "page.lapse.due": "Мерзімі:",
    "page.lapse.shown": "мерзімі өткен",
    "page.lapse.not_shown": "расталмаған",
    # results
    "page.results": "Нәтижелер",
    "page.results.votes": "Дауыстар",
    "page.results.caption": "Тізімдер бойынша дауыстар, {whole:number} дауысқа шаққандағы пайызбен",
    "page.results.party": "Тізім",
    "page.results.number": "Дауыстар",
    "page.results.share": "Үлесі",
    "page.results.threshold": "Шекті меже",
    "page.results.passes": "өткен",
    "page.results.short": "өтпеген",
    "page.results.seats": "Мандаттар",
    "page.results.quotas": "Квота саны",
    "page.results.whole": "Бүтін квоталар үшін мандаттар",
    "page.results.remainder": "Қалдық",
    "page.results.rank": "Қалдық үшін мандат",
    "page.results.ranked": "иә, шамасы бойынша {rank:number}-орын",
    "page.bars.title": "Тізімдер бойынша дауыстар және шекті меже",
    "page.bars.threshold": "шекті меже, {share:share}: {needed:number}",
    "page.bars.value": "{votes:number} ({percent:decimal} %)",
    "page.allocation": "Мандаттарды қадамдап бөлу",
    "page.allocation.caption": "Дауыстан мандатқа дейін",
    "page.allocation.how": (
        "Шекті межеден өткен тізімдердің дауыстары мандаттар санына ({seats:seats}) бөлінеді; бір мандатқа келетін "
        "дауыс саны: {quota}. Әр бүтін квота үшін тізім мандат алады; қалған мандаттарды қалдығы ең үлкен тізімдер "
        "алады."
    ),
    "page.allocation.steps": "Барлық қадам сөзбен: {number:number}",
    "page.house": "Палата құрамы",
    "page.house.title": "Палата: {seats:seats}",
    "page.house.caption": "Әр дөңгелек — мандат; әріп тізімді немесе партияны білдіреді.",
    "page.house.untold": "журналда айтылмаған",
    # the timetable
    "page.timetable": "Күнтізбе: заң бойынша қалай болуға тиіс және іс жүзінде қалай болды",
    "page.timetable.how": "Заң мына күндерден есептейді:",
    "page.timetable.caption": "Заң мен күнтізбелік жоспар не береді және не болды",
    "page.timetable.act": "Акт",
    "page.timetable.law": "Заң бойынша",
    "page.timetable.calendar": "Күнтізбелік жоспар бойынша",
    "page.timetable.happened": "Не болды",
    "page.timetable.at": "{opens:moment}",
    "page.timetable.between": "{opens:moment} — {closes:moment}",
    "page.timetable.from": "ең ертесі {opens:moment}",
    "page.timetable.by": "ең кеші {closes:moment}",
    "page.timetable.unknown": "күні белгісіз",
    "page.timetable.many": "{number:acts}, {first:date} — {last:date}",
    # open questions
    "page.readings": "Жауап қай жерде түсіндірмеге байланысты",
    "page.readings.how": (
        "Ешбір түсіндірмеге үнсіз артықшылық берілмейді. Әр жол — жауаптардың бір үйлесімі; актілер тізіміндегі "
        "қорытынды есепке алынған барлық жолды жинақтайды."
    ),
    "page.matrix": "Түсіндірмелері қайшы актілер",
    "page.matrix.outcome": "Қорытынды",
    "page.matrix.sources": "Дереккөздер не дейді",
    "page.matrix.working": "жұмыс түсіндірмесі",
    "page.matrix.told": "келтірілген, бірақ есепке алынбаған",
    "page.matrix.any": "қайсысы болса да",
    "page.questions": "Ашық мәселелер және кім қай жауапты жақтайды",
    "page.question.answer": "Жауап",
    "page.question.says": "Мағынасы",
    "page.question.standing": "Мәртебесі",
    "page.question.held": "Жақтаушылары",
    "page.question.since": "{since:date} күнінен бастап",
    # sources that differ
    "page.conflicts": "Дереккөздер қай жерде қайшы",
    "page.conflicts.how": (
        "Ешбір дереккөзге үнсіз артықшылық берілмейді. Айтылғандар қатар тұр, әрқайсысы өз дереккөздерімен."
    ),
    "page.conflicts.outweighed": "Келтірілген, бірақ есепке алынбаған: бастапқы дереккөз басқаша айтады.",
    # machines
    "page.machines": "Рәсімдер және жүріп өткен жол",
    "page.machines.how": (
        "Жақтау — күй, сызық — қадам, сан — сызба астындағы тізімдегі акт; жақтау ішіндегі сан — күйді өзгертпейтін "
        "акт. Жуан сызық — жүріп өткен қадам, құсбелгісі бар жақтау — жеткен күй. Рәсімде тек норма айта алуы үшін "
        "ғана тұрған қадамдар көрсетілмейді; барлық қадамды «procedure draw» сызады."
    ),
    "page.machines.more": "Жүріп өткен жолдан алыс күйлер мұнда көрсетілмеген: {number:number}.",
    "page.machines.told": "Күйлер: {states}. Қадамдар, сандар бойынша: {moves}.",
    "page.machines.legend": "Сандардың мағынасы ({number:acts}), бұл актілерді кім және қай нормалар бойынша жасайды",
    "page.machines.end": "Соңында: {state}.",
    "page.machines.ends": "{number:number} соңында: {state}",
    "page.machines.still": "Бұл журналға қатысы жоқ: {names:and}.",
    # norms, sources, hashes
    "page.norms": "Қолданылған нормалар",
    "page.norms.how": "Актілер мен мерзімдерді бағалауға негіз болған нормалар, өз баяндауымызда: {number:number}.",
    "page.norms.verified": "Мәтіні ашық көшірмеден оқылған: {number:number}.",
    "page.norms.secondary": "Мәтіні басқа дереккөздер арқылы белгілі: {number:number}.",
    "page.norms.unverified": "Мәтіні оқылмаған, жадтан немесе қорытынды бойынша берілген: {number:number}.",
    "page.norms.unread": "Мәтіні оқылмаған: {number:number}.",
    "page.norms.silent.many": "Осы актілерге қатысы белгілі, бірақ кодталмаған: {number:norms}",
    "page.norm.since": "{since:date} күнінен бастап; мәтіні {known}",
    "page.norm.known": "Мәтіні {known}",
    "page.norm.used": "{number:acts}",
    "page.norm.why": "Кодталмаған: {why}",
    "page.citation": "{citation} ({standing}; осылай сілтейтіндер: {held}) мынаны білдіреді:",
    "page.sources": "Дереккөздер",
    "page.sources.how": "Актілер оларға осы нөмірлермен сілтейді; жақшада — журнал оларды қалай атайды.",
    "page.reproduce": "Бұл бетті қалай қайталауға болады",
    "page.reproduce.how": "Сценарий, құқық және нұсқа сол күйінде болса, дәл сол бет шығады, байтына дейін.",
    "page.reproduce.command": "Команда",
    "page.reproduce.version": "Кітапхана нұсқасы",
    "page.reproduce.law": "Құқықтың хеші (SHA-256)",
    "page.reproduce.scenario": "Сценарийдің хеші (SHA-256)",
    "page.reproduce.until": "Осы күннің соңына дейін қайталанған",
    # months, above the days of the timeline and the list of acts
    "page.month.1": "{year} жылғы қаңтар",
    "page.month.2": "{year} жылғы ақпан",
    "page.month.3": "{year} жылғы наурыз",
    "page.month.4": "{year} жылғы сәуір",
    "page.month.5": "{year} жылғы мамыр",
    "page.month.6": "{year} жылғы маусым",
    "page.month.7": "{year} жылғы шілде",
    "page.month.8": "{year} жылғы тамыз",
    "page.month.9": "{year} жылғы қыркүйек",
    "page.month.10": "{year} жылғы қазан",
    "page.month.11": "{year} жылғы қараша",
    "page.month.12": "{year} жылғы желтоқсан",
}
