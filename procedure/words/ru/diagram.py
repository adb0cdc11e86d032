"""The drawing of a procedure: what stands in it, its legend, its marks, and the picture in sentences."""

SENTENCES = {
    # in the picture
    "diagram.otherwise": "иначе",
    "diagram.anywhere": "В любом состоянии, которое не меняется",
    "diagram.no_norm": "в этой процедуре к нему не относится ни одна норма",
    "diagram.also": "еще",
    # beside a short arrow: from where it leads here
    "diagram.entry.any": "из любого состояния",
    "diagram.entry.any_other": "из любого другого состояния",
    "diagram.entry.from": "из {sources}",
    "diagram.entry.also_from": "также из {sources}",
    # what the marks mean
    "diagram.mark.stays": "Число внутри рамки — акт, который не меняет состояния.",
    "diagram.mark.entry": "Короткая стрелка слева — акт, который ведет сюда из состояний, названных рядом с ней.",
    "diagram.mark.back": "Синие линии ведут назад, вверх.",
    "diagram.mark.reached": "Рамка с галочкой и толстым краем — достигнутое состояние.",
    "diagram.mark.taken": "Толстая линия пройдена актами в толстых кружках.",
    "diagram.mark.end": "Двойная рамка — конец.",
    # the picture in sentences
    "diagram.told.begins": "Процедура начинается здесь: {state}.",
    "diagram.told.line": "Из состояния «{source}» в состояние «{target}»: {acts}.",
    "diagram.told.any": "В состояние «{state}» из любого состояния: {act}.",
    "diagram.told.any_other": "В состояние «{state}» из любого другого состояния: {act}.",
    "diagram.told.from": "В состояние «{state}» из {sources}: {act}.",
    "diagram.told.also_from": "В состояние «{state}» также из {sources}: {act}.",
    # in a state of the Mermaid text
    "diagram.text.also": "также: {act}",
    "diagram.text.any_other": "из любого другого состояния: {act}",
    "diagram.text.from": "из {sources}: {act}",
}
