"""The drawing of a procedure: what stands in it, its legend, its marks, and the picture in sentences."""

SENTENCES = {
    # in the picture
    "diagram.otherwise": "әйтпесе",
    "diagram.anywhere": "Кез келген күйде, күй өзгермейді",
    "diagram.no_norm": "бұл рәсімде оған ешбір норма қатысты емес",
    "diagram.also": "тағы",
    # beside a short arrow: from where it leads here
    "diagram.entry.any": "кез келген күйден",
    "diagram.entry.any_other": "кез келген басқа күйден",
    "diagram.entry.from": "{sources} күйінен",
    "diagram.entry.also_from": "сондай-ақ {sources} күйінен",
    # what the marks mean
    "diagram.mark.stays": "Жақтау ішіндегі сан — күйді өзгертпейтін акт.",
    "diagram.mark.entry": "Сол жақтағы қысқа көрсеткі — жанында аталған күйлерден осы күйге әкелетін акт.",
    "diagram.mark.back": "Көк сызықтар кері, жоғары апарады.",
    "diagram.mark.reached": "Құсбелгісі бар, жиегі жуан жақтау — жеткен күй.",
    "diagram.mark.taken": "Жуан сызық — жуан шеңберлердегі актілермен жүріп өткен жол.",
    "diagram.mark.end": "Қос жақтау — рәсімнің соңы.",
    # the picture in sentences
    "diagram.told.begins": "Рәсім осыдан басталады: {state}.",
    "diagram.told.line": "«{source}» күйінен «{target}» күйіне: {acts}.",
    "diagram.told.any": "Кез келген күйден «{state}» күйіне: {act}.",
    "diagram.told.any_other": "Кез келген басқа күйден «{state}» күйіне: {act}.",
    "diagram.told.from": "{sources} күйінен «{state}» күйіне: {act}.",
    "diagram.told.also_from": "Сондай-ақ {sources} күйінен «{state}» күйіне: {act}.",
    # in a state of the Mermaid text
    "diagram.text.also": "тағы: {act}",
    "diagram.text.any_other": "кез келген басқа күйден: {act}",
    "diagram.text.from": "{sources} күйінен: {act}",
}
