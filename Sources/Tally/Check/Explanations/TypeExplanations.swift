// The long texts of what is said about types, values and stages: codes from 401 to 499.

extension Explanation {
  static let types = [
    "T402": """
    Equality is the word is. A yes/no field needs no comparison at all: it stands alone, or after
    not. After "= unknown" two things are commonly meant, and both are offered: the rows without a
    value, or those that may be "no".
    """,
    "T403": """
    SQL's null mixes two things that are different here. unknown: there is a value, but the record
    does not have it. none: there is none to have, as a law in force has no last day. Say which.
    """,
    "N403": """
    The bounds are found field by field. Where one unknown stands twice, it may be taken as yes in
    one place and as no in the other, so the upper bound can be too high and the lower too low.
    They are still true; they may be wider than they need be.
    """,
    "T404": """
    Only numbers can be summed, averaged, ordered by size or calculated with. This field, or this
    value, is something else.
    """,
    "N404": """
    The base of the share already depends on this field. Where it is unknown the base and the part
    move together, which the bounds do not use: they are true, and may be wider than necessary.
    """,
    "T405": """
    The stage works on rows or on groups, and the answer before it is one number or a card.
    """,
    "T406": """
    contains, starts with, ends with and matches look into a text. This field holds something
    else: a number, a date, an answer.
    """,
    "T407": """
    A date is compared with a period: a year, a month, a day. A day is "is 2025" when it lies in
    that year, "< 2025" before its first day, "> 2025" after its last.
    """,
    "T408": """
    Each function takes certain values, and these are of another kind or number. What it takes is
    on its page: :help and its name.
    """,
    "T409": """
    The field holds words, so it is compared with a word or with a text in quotes.
    """,
    "T410": """
    A pattern describes texts. It has letters and digits, . for any character, classes such as
    [a-z] and [^a-z], \\d for a digit, \\w for a letter or digit, \\s for a blank (capitals for all
    others), * + ? for repetition, | for a choice, brackets, ^ and $ for the ends. Small letters
    and capitals are the same, and a pattern may match anywhere in the text. Counted repetition,
    looking ahead or behind and references back are left out: with them a pattern can take
    forever, and without them every pattern takes one pass over the text.
    """,
    "T411": """
    A condition is yes, no or unknown for each row. A number, a name or a date is none of these by
    itself, and tally does not read 0 or an empty text as no. Compare it with something.
    """,
    "T412": """
    A list of linked things is no condition by itself. Whether there are any is asked with has,
    with or without; how many, with has at least 2.
    """,
    "T413": """
    After a grouping the rows are groups, and a group is linked to nothing. Put the condition on
    the things before they are grouped.
    """,
    "T414": """
    To rank by the count of something, each thing must have many of them: a state has counties, a
    county has not several states.
    """,
    "T415": """
    At least one row must be asked for; an empty answer would look as if there were none.
    """,
    "T424": """
    An answer is yes, no or unknown. Any other value would match no row, and the 0 that came out
    of it would say nothing about the counties.
    """,
    "T425": """
    The left side of a comparison is the field, which says what kind of value may stand right of
    it: in "detainers is yes" the word yes is an answer, in "name is yes" it would be a name.
    """,
    "T427": """
    Shares are between 0% and 100%, so a share compared with 50 would be smaller for every row.
    Write the percent sign.
    """,
    "T441": """
    reason, basis and confidence say how an answer came about: why it is unknown, whether law or
    an agreement gives it, how sure it is. Only yes/no fields have them.
    """,
    "T442": """
    why retraces one number: which rows were set aside at which condition, by which sources. A
    table of groups has many numbers, so ask for one of them.
    """,
    "T445": """
    The rows count different things, such as people, hours and dollars, and say which in another
    field. Their sum or order would mean nothing. Ask for one unit, or group by it.
    """,
    "T426": """
    none means "does not apply", and every one of these fields applies to every row. What is
    missing is unknown, and is asked as "is unknown".
    """,
    "T461": """
    A percentage is a part of a whole: each group is divided by the answer without groups. Without
    a grouping there is one number, and it would always be 100%.
    """,
    "T462": """
    "as percent of region" divides each row by the answer of its region, so the rows must say of
    which region each is: group by it as well.
    """,
    "T463": """
    The columns of a table are told apart by their names, here and in every stage after. Two of
    one name could not be sorted by or kept by. Give one of them a name with named.
    """,
    "T464": """
    The years of one question stand either in the rows or in the columns. In both, each cell would
    be the answer of two dates.
    """,
    "T465": """
    Bands cut numbers at edges, each larger than the one before: bands(population, 10_000,
    100_000) has three. What is cut must be a number.
    """,
    "T446": """
    Each row is linked to one such thing, so there is nothing to count or to add up. A value
    of it is reached with a dot, as in county.population.
    """,
    "T448": """
    rank, running, previous and percent_of_total look at all rows of the answer. A condition
    or a column that is computed row by row does not have them, so they stand in add.
    """,
    "T449": """
    Shares of groups have no sum: the shares of four regions do not add up to the share of the
    country. A part of the total is for counts and sums.
    """,
    "T466": """
    Each value of what follows across makes a column, and there would be more of them than
    anybody can read. Group by it instead, so that each value is a row.
    """,
    "T467": """
    In some rows the number is known only to lie between two others, and it is not counted in
    ones: there is no list of values that it may have, so it makes no groups. bands makes
    groups of ranges; a row that may lie in two of them may belong to both.
    """,
    "T468": """
    A row whose value may be one of several may belong to each of their groups, and with
    several such keys to each combination. There would be more of them than can be kept in
    mind. Take fewer keys, or bands with fewer edges.
    """,
    "T471": """
    Compared are like and like: the same question of two sets. If only one of them has a
    condition, the difference is between a part and a whole. Give both the condition, or
    neither.
    """,
    "T472": """
    changes follows each row from one day to another, so the field must be a yes/no field with
    a history. Numbers such as the population are known of one day only.
    """,
    "T473": """
    The condition asks for the very field whose changes are followed: a county that changes
    would leave the set and be counted as gone, not as changed. Leave the condition out, and
    read the change in the table.
    """,
    "T481": """
    A map puts each thing at its place, and these have none in the record. Counted by state
    they can stand on a map of the states.
    """,
    "T482": """
    The map of numbers is a grid of the states, with one number for each, so the question must
    be grouped by state and by nothing else.
    """,
    "T483": """
    A picture has a mark for each row. What the stage adds, such as a total or columns of its
    own, would have no mark, or a false one.
    """,
    "T484": """
    A line says that something went from one value to the next, which is true of years and of
    nothing else. Groups stand as bars or dots.
    """,
    "T469": """
    "known only" leaves out the rows for which the conditions of the question are unknown. Without
    a condition it would leave out none, and the groups that are unknown would stay: ask for those
    whose answer is known.
    """,
  ]
}
