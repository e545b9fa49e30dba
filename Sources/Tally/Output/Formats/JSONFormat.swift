// The format of programs: one JSON object with every key in a fixed order.

extension OutputFormat {
  /// One JSON object, pretty-printed. Schema version 1; `Tests/Schema/answer.schema.json` states it
  /// for machines, and a test holds every answer against it.
  ///
  /// Every answer: `schema` (1), `kind`, … , `as_of` (`2026-05-18`), … , `notes` (texts),
  /// `sources` (`id`, `title`, `publisher`, `published`, `place`; null where not known), `query`,
  /// `dataset` (`name`, `version`, `hash`).
  ///
  /// `kind` is one of:
  ///
  /// - `figure`: `low`, `high` (null where nothing can be proven; fractions for a share),
  ///   `unknown`, `base`, `base_low` (only where the base itself is not settled), `totals` (only of
  ///   published totals: `edition`, `number`, which is `published` or `bounds`, `qualifier` or
  ///   null; then `unknown` is `high` less `low`, and no row is `settled`), `unit`,
  ///   `unit_kind` (`count`, `share`, `measure`; of comparisons `difference`, `points`, which is a
  ///   difference of shares as a fraction, and `change`, a fraction of the first number: their
  ///   cells have `low` and `high` alone), `base_unit`, `settled`,
  ///   `of_known` and `known` (where there are known values to speak of), `known_of` (where some
  ///   values are not known),
  ///   `open_low` and `open_high` (where `low` or `high` is null: what the known values make at
  ///   least and at most), `basis` (rows by
  ///   what settles them), and where the figure rests on evidence `settled_by`, `medium`,
  ///   `unsettled`, `reasons`.
  /// - `rows`: `columns` (`name`, `type`, `unit` where it has one), `rows` (lists of cells),
  ///   `total` (where asked for), `matched` (before `take` and `skip`), `possible_more`,
  ///   `possible_query` (a query that lists those, or null), `base`, `unit`.
  /// - `groups`: as `rows`; a column of figures has `unit`, `unit_kind`, `base_unit`, and its cells
  ///   are objects with the keys of a figure that vary from group to group, `low`, `high`,
  ///   `unknown` and `base` always; `lead` is what must be read before the rows.
  /// - `card`: `title`, `subtitle`, `entries` (`name`, `label`, `value`, `basis`, `detail`,
  ///   `sources` by their `id`).
  /// - `code`: `language` (`sql`, `plan`), `dialect` (of SQL, else null), `code`.
  /// - `transitions`: `field`, `label`, `from`, `to` (the periods as they were typed), `base` (rows
  ///   that belong on both days), `only_from`, `only_to` (rows that belong on one), `open` (rows
  ///   that may belong), `changed`, `cells` (`from`, `to`, `count`; where they differ `because`,
  ///   which is what settles the later answer or why it is not known, `medium` and `rows`, each
  ///   with its `key` and `name`), `unit`.
  ///
  /// An answer of `chart` or `map` has the `kind` of the question that is drawn, with its numbers,
  /// and `picture`: `form` (`bars`, `lines`, `dots`, `tiles`, `places`), `title`, `definitions`,
  /// and for a map of places `layers`: how many rows are `certain`, `possible` and `out` (`side`,
  /// `count`), and how many of them have a known position (`drawn`).
  ///
  /// A cell is a text, a number (a percentage as a fraction), a date as text, `"yes"` or `"no"`, a
  /// figure's object, `null` for a value that does not apply, or `{"unknown": reason}`, where the
  /// reason may be null.
  public static let json = OutputFormat(
    name: "json", summary: "one JSON object with everything: numbers, base, date, sources, query"
  ) { answer, _ in
    StyledText(answer.json.pretty + "\n")
  }
}
