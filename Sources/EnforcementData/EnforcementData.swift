// The embedded record as one value: the shipped tables, read by their schemas.

internal import CDataset
public import Tally

/// The public record of how US counties cooperate with federal immigration enforcement.
public enum EnforcementData {
  /// The day that every answer speaks of: the date of the newest list of 287(g) agreements.
  package static let newestDay = Day(2026, 5, 18) ?? Day(number: 0)

  /// The dataset. Each column is made when a query first needs it; `Dataset.check()` reads all.
  ///
  ///     var session = Session(dataset: try EnforcementData.dataset())
  ///     // session.run(Source("count counties")) answers 3,143
  ///
  /// - Throws: `DatasetError` if the shipped image is not of the shipped schemas, which a test
  ///   rules out.
  /// - Complexity: O(relations).
  public static func dataset() throws(DatasetError) -> Dataset {
    try dataset(RecordImage.embedded())
  }

  /// The dataset of an image.
  package static func dataset(_ image: RecordImage) throws(DatasetError) -> Dataset {
    guard image.latest == newestDay else {
      throw RecordImage.fault("its latest day is \(image.latest) and not \(newestDay)")
    }
    return Dataset(
      checked: "enforcement", version: String(cString: dataset_version()), hash: image.hash,
      asOf: newestDay, relations: try relations(image),
      documents: documents(image), bases: ["law", "agreement", "announced", "listed"],
      editions: LaterEditions {
        // A test rules out that the image has no edition that can be read.
        (try? SurveyTotals.edition(image)).map { [$0] } ?? []
      })
  }

  /// The relations with the rows of all dates, in the order in which they are shown.
  package static func relations(_ image: RecordImage) throws(DatasetError) -> [Relation] {
    var relations: [Relation] = []
    relations.reserveCapacity(Schemas.all.count)
    for (number, schema) in Schemas.all.enumerated() {
      relations.append(Relation(schema, try ImageRows(image, schema, number)))
    }
    return relations
  }

  /// The documents that the record rests on.
  static func documents(_ image: RecordImage) -> Documents {
    let documents = ImageDocuments(image: image)
    return Documents(
      find: documents.reference,
      all: {
        Dictionary(
          (0..<documents.count).map { (documents[$0].id, documents[$0]) },
          uniquingKeysWith: { _, last in last })
      },
      numbered: documents)
  }
}
