"""Түрлендіру сөйлемдері: карталар, шектер және олардың қалай табылғаны."""

SENTENCES = {
    "sweep.title": "Түрлендіру: {acts:and}",
    "sweep.map": "{act} актісінің қорытындысы",
    "sweep.row": "{axis}: {values}",
    "sweep.stretch": "{first:moment} — {last:moment}",
    "sweep.throughout": "барлық жерде: {outcome}",
    "sweep.until": "ең кеші {last:moment}: {outcome}",
    "sweep.from": "ең ертесі {first:moment}: {outcome}",
    "sweep.between": "{first:moment} — {last:moment}: {outcome}",
    "sweep.at": "{first:moment}: {outcome}",
    "sweep.under": "{outcome} ({norms:and})",
    "sweep.beyond": "журналдың соңынан кейін",
    "sweep.halved": (
        "Қаралған нұсқалар: {size:number} ішінен {judged:number}. Өзгеретінді оқитын әр ереже жауабын бір реттен артық "
        "өзгертпейді ({rules:and}), сондықтан екі шетінде бірдей болса, арасында да бірдей."
    ),
    "sweep.unsure": (
        "Барлық нұсқа қаралды ({size:number}): осьті оқитындар ({rules:and}) туралы жауап бір реттен артық өзгермейді "
        "деп айтылмаған."
    ),
    "sweep.all": "Барлық нұсқа қаралды: {size:number}.",
    "sweep.progress": "нұсқалар: {size:number} ішінен {done:number}",
    "sweep.replayed": "Толық қайта өтілгені: {number:number}; олар журнал арқылы өзге жолдар ашады.",
    "sweep.kept": (
        "{file}: сақталған жолдар — {size:number} ішінен {done:number}; --resume қосылған сол команда жалғастырады."
    ),
}
