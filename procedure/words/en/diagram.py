"""The drawing of a procedure: what stands in it, its legend, its marks, and the picture in sentences."""

SENTENCES = {
    # in the picture
    "diagram.otherwise": "otherwise",
    "diagram.anywhere": "In any state, which stays as it is",
    "diagram.no_norm": "no norm bears on it in this procedure",
    "diagram.also": "also",
    # beside a short arrow: from where it leads here
    "diagram.entry.any": "from any state",
    "diagram.entry.any_other": "from any other state",
    "diagram.entry.from": "from {sources}",
    "diagram.entry.also_from": "also from {sources}",
    # what the marks mean
    "diagram.mark.stays": "A number inside a box is an act that leaves the state as it is.",
    "diagram.mark.entry": "A short arrow from the left is an act that leads here from the states named beside it.",
    "diagram.mark.back": "Blue lines lead back up.",
    "diagram.mark.reached": "A box with a tick and a thick frame was reached.",
    "diagram.mark.taken": "A thick line was taken, by the acts in thick circles.",
    "diagram.mark.end": "A double frame is an end.",
    # the picture in sentences
    "diagram.told.begins": "The procedure begins here: {state}.",
    "diagram.told.line": "From “{source}” to “{target}”: {acts}.",
    "diagram.told.any": "To “{state}” from any state: {act}.",
    "diagram.told.any_other": "To “{state}” from any other state: {act}.",
    "diagram.told.from": "To “{state}” from {sources}: {act}.",
    "diagram.told.also_from": "To “{state}” also from {sources}: {act}.",
    # in a state of the Mermaid text
    "diagram.text.also": "also: {act}",
    "diagram.text.any_other": "from any other state: {act}",
    "diagram.text.from": "from {sources}: {act}",
}
