// `:link`: how a table of one's own leads to another table.

import Tally

extension Command {
  /// Declares a link, or lists those that are.
  static let link = Command(
    name: "link", usage: ":link [a.x to b.y [as name] [complete]]",
    summary: "join a table of your own to another", purpose: .look,
    detail: "Says that a column of an open table holds keys of another table, such as the FIPS "
      + "codes of counties. The table then has a field for the other row (county), and the other "
      + "table a way back (counties with visits). A key that no row has leads nowhere known, and "
      + "is counted. Where your table has no row nothing is known of that county; complete says "
      + "that it lists all, so that no row means none. Numbers are read as codes, with their "
      + "leading zeros. :link alone lists the links.",
    examples: [":link visits.fips to counties.fips"],
    arguments: { session in
      session.dataset.own.tables.flatMap { table in
        table.relation.schema.fields.map {
          ("\(table.name).\($0.name) to ", "the column \($0.label) of \(table.file)")
        }
      }
        + session.dataset.relations.filter { !$0.schema.key.isEmpty }.map {
          ("\($0.schema.name).\($0.schema.key)", "what names a row of \($0.schema.name)")
        }
    }
  ) { shell, argument in
    guard !argument.isEmpty else {
      guard !shell.session.dataset.ownLinks.isEmpty else {
        return shell.report.paragraph(
          "No link is declared; write one as :link \(OwnLink.form).", .muted)
      }
      for outcome in shell.session.dataset.ownLinks { shell.show(outcome) }
      return
    }
    do throws(DatasetError) {
      let link = try OwnLink(argument)
      do throws(OwnProblem) {
        if let outcome = try shell.own.add(link, in: &shell.session) { shell.show(outcome) }
      } catch {
        shell.complain(error)
      }
    } catch {
      shell.complain(OwnProblem(error))
    }
  }
}
