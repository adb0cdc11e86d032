"""Предложения перебора: карты, границы и то, как они найдены."""

SENTENCES = {
    "sweep.title": "Где меняется вывод: {acts:names_and}",
    "sweep.map": "Вывод об акте {act:name}",
    "sweep.one": "Что меняется: {across}.",
    "sweep.two": "Что меняется: сверху вниз — {down}; слева направо — {across}.",
    "sweep.axis.facts": "{what:fact} ({of:name})",
    "sweep.axis.votes": "голоса {what:fact} ({of:name})",
    "sweep.axis.date": "день акта {of:name}",
    "sweep.axis.time": "время акта {of:name}",
    "sweep.axis.by": "кто совершает акт {of:name}",
    "sweep.axis.status": "насколько установлен акт {of:name}",
    "sweep.axis.facts.own": "{what:fact}",
    "sweep.axis.votes.own": "голоса {what:fact}",
    "sweep.axis.date.own": "день акта",
    "sweep.axis.time.own": "время акта",
    "sweep.axis.by.own": "кто совершает акт",
    "sweep.axis.status.own": "насколько акт установлен",
    "sweep.axis.law": "{what:term} ({of:cite})",
    "sweep.axis.readings": "толкование: {of}",
    "sweep.value": "{value:measure}",
    "sweep.list": "{values:and}",
    "sweep.stretch": "{first} — {last}",
    "sweep.throughout": "{outcome} при всех значениях",
    "sweep.values": "{outcome}: {values:and}",
    "sweep.number.until": "{outcome}, если не более {last:measure_of}",
    "sweep.number.from": "{outcome}, если не менее {first:measure_of}",
    "sweep.number.between": "{outcome}, если от {first:measure} до {last:measure_of}",
    "sweep.number.at": "{outcome}, если ровно {first:measure}",
    "sweep.day.until": "{outcome} по {last:measure} включительно",
    "sweep.day.from": "{outcome} начиная с {first:measure}",
    "sweep.day.between": "{outcome} с {first:measure} по {last:measure} включительно",
    "sweep.day.at": "{outcome} только {first:measure}",
    "sweep.time.until": "{outcome} до {last:measure} включительно",
    "sweep.time.from": "{outcome} начиная с {first:measure}",
    "sweep.time.between": "{outcome} с {first:measure} до {last:measure} включительно",
    "sweep.time.at": "{outcome} только в {first:measure}",
    "sweep.under": "{outcome} ({norms:and})",
    "sweep.beyond": "за концом журнала",
    "sweep.own": "В самом журнале: {values:and}.",
    "sweep.here": "в журнале: {value}",
    "sweep.halved": (
        "Рассмотрено вариантов: {judged:number} из {size:number}. Каждое правило, которое читает изменяемое, меняет "
        "ответ не более одного раза ({rules:and}), поэтому при равных ответах на концах они равны и между ними."
    ),
    "sweep.unsure": (
        "Рассмотрены все варианты ({size:number}): правила, которые читают изменяемое, могут менять ответ не один раз "
        "({rules:and})."
    ),
    "sweep.days": (
        "Рассмотрены все варианты ({size:number}): день может быть слишком ранним, своевременным и слишком поздним."
    ),
    "sweep.all": "Рассмотрены все варианты: {size:number}.",
    "sweep.same": "Не показаны, потому что вывод один и тот же во всех вариантах: {number:acts}.",
    "sweep.gaps": "О значениях, лежащих между рассмотренными, ничего не сказано.",
    "sweep.elsewhere": "Границы каждой строки словами сообщают сама команда и страница отчета.",
    "sweep.no_file": (
        "Журнал получен со стандартного ввода, а перебор читает его не один раз. Сохраните его в файл и укажите файл в "
        "команде:"
    ),
    "sweep.axes": (
        "Меняется сразу несколько величин ({axes:number}), а карта показывает одну или две. Эта команда запишет "
        "таблицу, по строке на вариант; вариантов {size:number}:"
    ),
    "sweep.work": (
        "Вариантов {size:number}; рассмотреть их дольше, чем можно ждать страницу. Карту все же построит команда:"
    ),
    "sweep.progress": "вариантов: {done:number} из {size:number}",
    "sweep.replayed": "Проиграно целиком: {number:number}; они открывают другие пути через журнал.",
    "sweep.kept": "Строк в {file}: {done:number} из {size:number}; та же команда с --resume продолжит.",
}
