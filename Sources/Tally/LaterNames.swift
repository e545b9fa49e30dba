// The names of a dataset for highlighting, made when a text is first highlighted.

import Synchronization

/// The names that a dataset knows. A class, for all copies of a session share one making.
final class LaterNames: Sendable {
  private let dataset: Dataset
  private let found = Mutex<HighlightNames?>(nil)

  init(_ dataset: Dataset) { self.dataset = dataset }

  /// The names.
  var value: HighlightNames {
    found.withLock { found in
      if let found { return found }
      let made = HighlightNames(
        relations: Set(dataset.relations.map(\.schema.name)),
        fields: Set(
          dataset.relations.flatMap { relation in
            relation.schema.fields.map(\.name) + relation.schema.links.map(\.name)
          } + GroundAspect.allCases.map(\.rawValue)))
      found = made
      return made
    }
  }
}
