// The long texts of what is said about names and places: codes from 301 to 399, and of documents.

extension Explanation {
  static let names = [
    "T301": """
    After where, by, show and sort stand the fields of the things that are asked about. This word
    is none of them. "show fields of counties" lists them with their meanings; a field of a linked
    thing is reached with a dot, as in county.population.
    """,
    "T302": """
    A verb counts or lists things: counties, agreements, facilities. A yes/no field is something
    that is true of a thing, not a thing, so it stands as a condition after where.
    """,
    "T303": """
    The record is a set of lists, each with a plural name. This word is none of them. "show
    relations" names them all with what each row is.
    """,
    "T304": """
    The field has a closed list of values and this is none of them, so no row could match. The
    answer would be 0 for the wrong reason; tally shows the values instead.
    """,
    "W304": """
    No row of the record has exactly this text, so the answer is none. That may be what is true,
    or a name written otherwise than the record does ("Cook" is "Cook County" there). To look for
    a part of a text say contains.
    """,
    "T305": """
    The things that are asked about do not have this field, but things linked to them do. A
    condition on linked things stands in brackets with them, so that it is clear that one and the
    same agreement must meet all of it.
    """,
    "T306": """
    A place is a state (TX, Texas), a county with its state ("Cook, IL"), or a county's FIPS code
    (#17031), by the Census list of 2020. Nothing of that name is in the list. An answer of 0 for
    a misspelled place would be a wrong number, so tally asks.
    """,
    "T307": """
    union, intersect and minus compare rows of one list. Counties and agreements have no rows in
    common. To go from the ones to the others follow a link: agreements of counties, or counties
    with agreements.
    """,
    "T308": """
    "of", "with" and "has" follow links between lists. No link of this name leads from these
    things. A field is asked with where, not with with.
    """,
    "T309": """
    "in" looks at the place of the things. These have none in the record, so whether they are
    there is not unknown but no question.
    """,
    "T310": """
    Several places have this name: 30 counties are called Washington. Choosing the largest would
    be a guess. Name the state with it, or use the FIPS code.
    """,
    "T311": """
    A place of several words, or with a comma, stands in quotes, so that its words are not taken
    for words of the sentence and its comma not for one between two places.
    """,
    "T312": """
    A dot walks from a thing to the one thing that it is linked to, as in county.state.region. The
    word before this dot is a plain value, or a list of many things, where there is no such step.
    """,
    "T313": """
    The functions are few, and each says what becomes of an unknown. There is no way to put a
    value for an unknown one, for the answer would then hide it. :help has a page for each.
    """,
    "T314": """
    The field holds a state and a county was given, or the other way round. Comparing them would
    always say no.
    """,
    "T315": """
    show explains one thing of the record: a county or a state by its name, a field, the fields of
    a list, or the list of relations. It found nothing of this name.
    """,
    "T316": """
    The rows are linked to such a place, but that link is not where they are: an agreement's
    county, say, is the county whose own agency signed it, and a city's agreement has none. So
    "in" would leave rows out without a word. Ask for the link by its name in a condition.
    """,
    "T317": """
    Each row has many of these, so there is no one value to group by, to show or to compare. In a
    condition say has; to count them, make them the things that are counted.
    """,
    "T443": """
    check figures compares numbers that a document published with what the record gives today.
    These rows hold no published numbers.
    """,
    "T444": """
    No published figure of the record comes from a document of this name. "list figures" shows the
    documents as the record calls them.
    """,
  ]
}
