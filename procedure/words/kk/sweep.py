"""Түрлендіру сөйлемдері: карталар, шектер және олардың қалай табылғаны."""

SENTENCES = {
    "sweep.title": "Қорытынды қай жерде өзгереді: {acts:names_and}",
    "sweep.map": "{act:name} актісінің қорытындысы",
    "sweep.one": "Не өзгереді: {across}.",
    "sweep.two": "Не өзгереді: жоғарыдан төмен — {down}; солдан оңға — {across}.",
    "sweep.axis.facts": "{what:fact} ({of:name})",
    "sweep.axis.votes": "{what:fact} ({of:name})",
    "sweep.axis.date": "{of:name} актісінің күні",
    "sweep.axis.time": "{of:name} актісінің уақыты",
    "sweep.axis.by": "{of:name} актісін кім жасайды",
    "sweep.axis.status": "{of:name} актісі қаншалықты анықталған",
    "sweep.axis.facts.own": "{what:fact}",
    "sweep.axis.votes.own": "{what:fact}",
    "sweep.axis.date.own": "актінің күні",
    "sweep.axis.time.own": "актінің уақыты",
    "sweep.axis.by.own": "актіні кім жасайды",
    "sweep.axis.status.own": "акт қаншалықты анықталған",
    "sweep.axis.law": "{what:term} ({of:cite})",
    "sweep.axis.readings": "түсіндірме: {of}",
    "sweep.value": "{value:measure}",
    "sweep.list": "{values:and}",
    "sweep.stretch": "{first} — {last}",
    "sweep.throughout": "барлық мәнде: {outcome}",
    "sweep.values": "{values:and}: {outcome}",
    "sweep.number.until": "{last:measure} және одан аз болса: {outcome}",
    "sweep.number.from": "{first:measure} және одан көп болса: {outcome}",
    "sweep.number.between": "{first:measure} — {last:measure} болса: {outcome}",
    "sweep.number.at": "{first:measure} болса: {outcome}",
    "sweep.day.until": "ең кеші {last:measure}: {outcome}",
    "sweep.day.from": "ең ертесі {first:measure}: {outcome}",
    "sweep.day.between": "{first:measure} — {last:measure}: {outcome}",
    "sweep.day.at": "тек {first:measure}: {outcome}",
    "sweep.time.until": "ең кеші {last:measure}: {outcome}",
    "sweep.time.from": "ең ертесі {first:measure}: {outcome}",
    "sweep.time.between": "{first:measure} — {last:measure}: {outcome}",
    "sweep.time.at": "тек {first:measure}: {outcome}",
    "sweep.under": "{outcome} ({norms:and})",
    "sweep.beyond": "журналдың соңынан кейін",
    "sweep.own": "Журналдың өзінде: {values:and}.",
    "sweep.here": "журналда: {value}",
    "sweep.halved": (
        "Қаралған нұсқалар: {size:number} ішінен {judged:number}. Өзгеретінді оқитын әр ереже жауабын бір реттен артық "
        "өзгертпейді ({rules:and}), сондықтан екі шетінде бірдей болса, арасында да бірдей."
    ),
    "sweep.unsure": (
        "Барлық нұсқа қаралды ({size:number}): өзгеретінді оқитын ережелер жауабын бір реттен артық өзгертуі мүмкін "
        "({rules:and})."
    ),
    "sweep.days": "Барлық нұсқа қаралды ({size:number}): күн тым ерте, мерзімінде және тым кеш болуы мүмкін.",
    "sweep.all": "Барлық нұсқа қаралды: {size:number}.",
    "sweep.same": "Қорытындысы барлық нұсқада бірдей болғандықтан көрсетілмегені: {number:acts}.",
    "sweep.gaps": "Қаралған мәндердің арасындағы мәндер туралы ештеңе айтылмайды.",
    "sweep.elsewhere": "Әр жолдың шектерін сөзбен команданың өзі және есеп беті айтады.",
    "sweep.no_file": (
        "Журнал стандартты енгізуден алынды, ал түрлендіру оны бірнеше рет оқиды. Оны файлға сақтап, командада сол "
        "файлды көрсетіңіз:"
    ),
    "sweep.axes": (
        "Бірден бірнеше нәрсе өзгереді ({axes:number}), ал карта біреуін немесе екеуін көрсетеді. Бұл команда әр "
        "нұсқаға бір жолдан кесте жазады; нұсқалар саны — {size:number}:"
    ),
    "sweep.work": (
        "Нұсқалар саны — {size:number}; оларды қарау бетті күтуге болатын уақыттан ұзағырақ. Картаны мына команда "
        "сонда да салады:"
    ),
    "sweep.progress": "нұсқалар: {size:number} ішінен {done:number}",
    "sweep.replayed": "Толық қайта өтілгені: {number:number}; олар журнал арқылы өзге жолдар ашады.",
    "sweep.kept": (
        "{file}: сақталған жолдар — {size:number} ішінен {done:number}; --resume қосылған сол команда жалғастырады."
    ),
}
