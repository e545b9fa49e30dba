// A law enforcement agency that has signed an agreement.

/// A law enforcement agency that has signed an agreement.
struct Agency: Equatable {
  /// The state and the name in lower case: the same from one list to the next.
  let slug: String
  let name: String
  let state: String
  let kind: AgencyName.Kind
  /// The code of the county whose own agency it is; empty for none, `unknown` where unmatched.
  let county: String
  /// The code of a municipality's county; empty for other agencies.
  let locatedIn: String
  /// The code of the county whose own agency it may be, where that is not settled; else empty.
  var countyCandidates = ""
  /// The day of the list in which it stands.
  let snapshot: Day

  /// The key of its row: an agency has one row in each list.
  var id: String { "\(slug)/\(snapshot)" }

  /// Whether it is a county's agency whose county nothing settles.
  var isUnmatched: Bool { kind == .county && county == unknown }
}

/// One model that an agency has signed for, as one list of ICE has it.
struct Agreement: Equatable {
  /// The three models of the program.
  enum Model: String, CaseIterable {
    case jailEnforcement = "jail_enforcement"
    case warrantServiceOfficer = "warrant_service_officer"
    case taskForce = "task_force"

    /// The model of a cell of SUPPORT TYPE.
    init?(cell: String) {
      switch cell {
      case "Jail Enforcement Model": self = .jailEnforcement
      case "Warrant Service Officer": self = .warrantServiceOfficer
      case "Task Force Model": self = .taskForce
      default: return nil
      }
    }

    /// Whether officers act under it in a jail.
    var isInJail: Bool { self != .taskForce }
  }

  let agency: Agency
  let model: Model
  /// A day, or `unknown`.
  let signed: String
  /// `linked`, or `pending` where the list says that the document is still to come.
  let document: String
  let snapshot: Day

  var isPending: Bool { document == "pending" }
  var id: String { "\(agency.slug)/\(model.rawValue)/\(snapshot)" }

  /// The day of signing; nil where it is unknown.
  var signingDay: Day? { Day(signed) }
}
