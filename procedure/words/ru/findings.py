"""What rules say: what the law asks, what the record shows, margins, repairs, results and notes."""

SENTENCES = {
    # anchors
    "anchor.missing": "в журнале нет акта {act:name}, от которого ведется отсчет",
    "anchor.unsure": "начало отсчета точно не известно",
    "calendar.missing": "календарь рабочих дней не задан",
    # what the law asks
    "asked.norm": "предписанное нормой",
    "asked.term": "«{term:term}» по норме {norm:cite}",
    "asked.unread": "предписание нормы {norm:cite}, текст которой не прочитан",
    "asked.period": "срок в {period:period}",
    "asked.within": "в течение {period:period_of} после {start:moment}; последний срок: {limit:moment}",
    "asked.not_within": "не в течение {period:period_of} после {start:moment}; можно с {limit:moment}",
    "asked.not_within_none": "не в течение {period:period_of} после последнего такого акта",
    "asked.by_then": "не менее чем за {period:period} до {end:moment}; последний срок: {limit:moment}",
    "asked.not_before": "не ранее чем за {period:period} до {end:moment}; можно с {limit:moment}",
    "asked.not_within_last": (
        "не в последний промежуток перед {end:moment} длиной в {period:period}; последний срок: {limit:moment}"
    ),
    "asked.window": "в пределах: {opens:moment} — {closes:moment}",
    "asked.not_later": "не позднее {closes:moment}",
    "asked.not_earlier": "не ранее {opens:moment}",
    "asked.clock": "не ранее {opens:clock} и не позднее {closes:clock} по местному времени",
    "asked.clock_exact": "ровно в {at:clock} по местному времени",
    "asked.clock_latest": "не позднее {closes:clock} по местному времени",
    "asked.clock_earliest": "не ранее {opens:clock} по местному времени",
    "asked.same": "в один день с актом {act:name}",
    "asked.by": "кто совершает: {actors:actors}",
    "asked.listed": "{fact:fact}: {words:words_or}",
    "asked.repeated": "актов {act:name} не менее {needed:number} ({fact:fact}: {word:word})",
    "asked.each_chamber": "{share:share}: {needed:of_bases}",
    "asked.stated": "{fact:fact}: {words:words_or}",
    "asked.after": "после акта {acts:names}",
    "asked.after_where": "после акта {acts:names} ({fact:fact}: {word:word})",
    "asked.after_same": "после акта {acts:names} с тем же значением «{fact:fact}» ({word:word})",
    "asked.unless_listed": "ничего более в случаях: {names:words_or}",
    "asked.before": "не после акта {acts:names}",
    "asked.not_during": "не во время режима, начатого актом {act:name}",
    "asked.consulted": "предварительные консультации: {names:actors_and}",
    "asked.consulted_all": "предварительные консультации с каждым, кого внес в журнал акт {act:name}",
    "asked.reading": "ничего более при толковании «{answer:plain}»",
    "asked.share": "{share:share}",
    "asked.at_least": "{share:share}: {needed:number} из {whole:number}",
    "asked.at_most": "{share:share}: не больше {needed:number} (исходное число: {whole:number})",
    "asked.number_least": "{fact:fact}: не меньше {needed:number}",
    "asked.number_most": "{fact:fact}: не больше {needed:number}",
    "asked.ballot": "голосование: {mode:word}",
    "asked.adds_up": "числа, которые не противоречат друг другу",
    "asked.seats": (
        "распределение мандатов ({seats:number}) между списками, набравшими {share:share} (всего {whole:number}), по "
        "квоте и наибольшим остаткам"
    ),
    # what the record shows
    "shown.when": "совершено {when:moment}",
    "shown.date_set": "назначено на {when:moment}",
    "shown.when_unsure": "совершено {when:moment}; до или после {limit:moment}, в журнале не сказано",
    "shown.day_unsure": "совершено {when:moment}; день точно не известен",
    "shown.both": "совершено {when:moment}; другой акт — {other:moment}",
    "shown.by": "кто совершил: {actor:actor}",
    "shown.stated": "{fact:fact}: {word:word}",
    "shown.act": "в журнале есть акт {act:name}, {when:moment}",
    "shown.none": "подходящего акта нет, а журнал перечисляет все акты {acts:names}",
    "shown.not_on_record": "акта {acts:names} в журнале нет, но журнал и не утверждает, что перечисляет их все",
    "shown.repeated": "в журнале есть {number:acts}",
    "shown.each_chamber": "{votes:of_bases}; {declared:declared}",
    "shown.none_before": "акта {acts:names} до этого в журнале нет",
    "shown.during": "еще действовал акт {act:name}, {when:moment}",
    "shown.consulted": "в журнале есть консультации: {names:actors_and}",
    "shown.not_consulted": "консультаций не было ({names:actors_and}): журнал перечисляет их все",
    "shown.consultation_not_on_record": (
        "консультаций в журнале нет ({names:actors_and}), но журнал и не утверждает, что перечисляет их все"
    ),
    "shown.not_full": (
        "со всеми, кто есть в журнале, консультации проведены, но журнал не утверждает, что перечисляет все акты "
        "{acts:names}"
    ),
    "shown.reading_kept": "все, чего требует это толкование, есть",
    "shown.unread": "сказать нельзя: {why:word}",
    "shown.votes": "голосов «за»: {votes:number}; {declared:declared}",
    "shown.present": "присутствовало {present:number}",
    "shown.took_part": "участвовало {present:number}; сколько присутствовало, в журнале не сказано",
    "shown.number": "{fact:fact}: {number:number}",
    "shown.share": "{fact:fact}: {percent:decimal} %",
    "shown.traced": "по бюллетеням можно узнать, кто как голосовал",
    "shown.votes_published": "орган, который проводил голосование, сам огласил, кто как голосовал",
    "shown.ballot": "голосование: {mode:word}",
    "shown.adds_up": "числа в журнале согласуются",
    "shown.contradiction": "журнал противоречит сам себе: {more:fact} — {part:number}, {less:fact} — {whole:number}",
    "shown.seats": "по голосам выходит: {seats:actors_and}",
    "shown.seats_differ": "по голосам выходит: {seats:actors_and}; объявлено: {declared:actors_and}",
    "shown.seats_open": (
        "равенство, которого не разрешает ни одно из закодированных правил, или мандат, который некому отдать"
    ),
    "fact.missing": "в журнале не указано: {fact:fact}",
    "given.missing": "среди исходных фактов не указано: {fact:fact}",
    "by.missing": "кто совершил акт, в журнале не сказано",
    "base.unknown": "неизвестно число, от которого берется доля: {base:word}",
    "text.unread": "текст нормы {norm:cite}, в котором установлено «{term:term}», не прочитан",
    "status.alleged": "это лишь утверждается; одно утверждение еще не доказывает нарушения",
    # margins
    "margin.early": "раньше на {days:days}",
    "margin.early.none": "в тот же день, но слишком рано",
    "margin.early.minutes": "раньше на {minutes:minutes}",
    "margin.late": "позже на {days:days}",
    "margin.late.none": "в последний день, но слишком поздно",
    "margin.late.minutes": "позже на {minutes:minutes}",
    "margin.left": "за {days:days} до конца срока",
    "margin.left.none": "в последний день",
    "margin.left.exact": "ровно в последний момент",
    "margin.left.minutes": "за {minutes:minutes} до конца срока",
    "margin.since": "через {days:days} после первого дня, когда это стало возможно",
    "margin.since.none": "в первый же день, когда это стало возможно",
    "margin.since.exact": "ровно в тот момент, когда это стало возможно",
    "margin.since.minutes": "через {minutes:minutes} после того, как это стало возможно",
    "margin.votes_above": "больше необходимого на {votes:votes}",
    "margin.votes_short": "не хватает: {votes:votes}",
    "margin.present_above": "сверх кворума: {present:present}",
    "margin.present_short": "до кворума не хватает: {present:present}",
    "margin.number": "запас: {number:number}",
    "margin.off": "расхождение: {number:number}",
    # days as counted
    "counted.forward": (
        "если отсчитать {period:period} от {start:date}, последний день — {last:date}, через {days:days}"
    ),
    "counted.backward": (
        "если отсчитать {period:period} назад от {start:date}, последний день — {last:date}, за {days:days}"
    ),
    # the way out
    "repair.by": "не позднее {when:moment}",
    "repair.from": "начиная с {when:moment}",
    "repair.time": "источник, который указывает время: до или после {limit:moment}",
    "repair.after": "после акта {act:name}",
    "repair.after_any": "после акта {acts:names}",
    "repair.before": "до акта {act:name}",
    "repair.by_actor": "если акт совершает: {actors:actors}",
    "repair.stated": "при условии «{fact:fact}: {words:words_or}»",
    "repair.complete": "журнал, который перечисляет все акты {act:name}",
    "repair.consult": "после консультаций с участниками: {names:actors_and}",
    "repair.declare": "если объявлено: {word:word}",
    "repair.votes_or_declare": "еще {votes:votes} или если объявлено: {word:word}",
    "repair.present": "еще {present:present} в зале",
    "repair.more": "еще {number:number}",
    "repair.fewer": "меньше на {number:number}",
    "repair.share": "{share:share}",
    "repair.ballot": "голосование: {mode:word}",
    "repair.recount": "согласованные числа с указанием источника",
    "repair.seats": "если объявлено: {seats:actors_and}",
    # seats, step by step
    "seats.passes": (
        "{party:actor}: порог пройден; голосов {votes:amount}, нужно {needed:amount}, больше на {margin:amount}"
    ),
    "seats.falls_short": (
        "{party:actor}: порог не пройден; голосов {votes:amount}, нужно {needed:amount}, не хватает {margin:amount}"
    ),
    "seats.admitted": (
        "{party:actor}: список допущен к распределению рядом с единственным прошедшим; голосов {votes:amount}"
    ),
    "seats.quota": (
        "квота, то есть цена одного мандата: число голосов {votes:amount}, деленное на число мандатов "
        "{seats:amount}, — {quota:amount}"
    ),
    "seats.corrected": "{party:actor}: с поправкой {correction:amount} число квот — {quotas:amount}",
    "seats.whole": "{party:actor}: квот {quotas:amount}, значит, мандатов {seats:amount}, остаток {remainder:amount}",
    "seats.remainder": "{party:actor}: мандат за остаток {remainder:amount}, по величине {rank:amount}-й",
    "seats.tie_rule": (
        "{party:actor}: мандат при равенстве по указанному порядку (остаток {remainder:amount}, по величине "
        "{rank:amount}-й)"
    ),
    "seats.rest": "{party:actor}: мандаты, оставшиеся после квот и остатков, — {seats:amount}",
    "seats.minimum": "{party:actor}: число мандатов доведено до {minimum:amount} за счет первого списка",
    # results and notes
    "result.declared": "результат по подсчету: {word:word}",
    "result.computed": "результат по подсчету: {word:word} (вычислен; ничего не объявлено)",
    "note.not_in_force": "{norm:cite} в тот день не действовала",
    "note.edition": "акт {act:name} предусмотрен другой редакцией права: {norms:or}",
    "note.taken_from": "акт {act:name} возможен, когда: {states:states_or}",
    "note.way": "из состояния «{state:state}» путь туда ведет через: {acts:way}",
    "note.no_way": "из состояния «{state:state}» пути туда нет",
    "note.unknown_act": "ни одна процедура не знает акта {act:name}",
    "note.ruling": "решение в журнале, {act:name}, {when:moment}; для этого акта: {does:word}",
    "note.ruling_not_merits": (
        "решение в журнале, {act:name}, {when:moment}: {does:word}; не по существу, и потому оно ничего "
        "не подтверждает и не отменяет"
    ),
    "note.named_votes": (
        "этот журнал сообщает, как кто-то проголосовал при тайном голосовании; это не нарушение со стороны палаты; "
        "`--redact` опускает эти сведения"
    ),
    "note.depends": "опирается на акт {act:name}, который ничтожен",
    "note.falls": "опирается на акт {act:name}, который здесь не имеет силы, потому что был неправомерен",
    "note.struck": "здесь не имеет силы: сценарий спрашивает, что было бы, если бы неправомерные акты не имели силы",
}
