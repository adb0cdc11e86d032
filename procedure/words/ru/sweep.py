"""Предложения перебора: карты, границы и то, как они найдены."""

SENTENCES = {
    "sweep.title": "Перебор: {acts:and}",
    "sweep.map": "Вывод об акте {act}",
    "sweep.row": "{axis}: {values}",
    "sweep.stretch": "{first:moment} — {last:moment}",
    "sweep.throughout": "{outcome} везде",
    "sweep.until": "{outcome} по {last:moment}",
    "sweep.from": "{outcome} начиная с {first:moment}",
    "sweep.between": "{outcome} с {first:moment} по {last:moment}",
    "sweep.at": "{outcome} при {first:moment}",
    "sweep.under": "{outcome} ({norms:and})",
    "sweep.beyond": "за концом журнала",
    "sweep.halved": (
        "Рассмотрено вариантов: {judged:number} из {size:number}. Каждое правило, которое читает изменяемое, меняет "
        "ответ не более одного раза ({rules:and}), поэтому при равных ответах на концах они равны и между ними."
    ),
    "sweep.unsure": (
        "Рассмотрены все варианты ({size:number}): о том, что читает ось ({rules:and}), не сказано, что ответ меняется "
        "не более одного раза."
    ),
    "sweep.all": "Рассмотрены все варианты: {size:number}.",
    "sweep.progress": "вариантов: {done:number} из {size:number}",
    "sweep.replayed": "Проиграно целиком: {number:number}; они открывают другие пути через журнал.",
    "sweep.kept": "Строк в {file}: {done:number} из {size:number}; та же команда с --resume продолжит.",
}
