// What is to be drawn of an answer: the form, and where rows are placed.

/// A picture to be made of a plan's answer.
struct PicturePlan: Sendable, Equatable {
  /// Rows to be drawn at their own places.
  struct Places: Sendable, Equatable {
    var set: SetPlan
    var latitude: FieldRef
    var longitude: FieldRef
  }

  var form: Picture.Form
  /// The question without the words of the drawing.
  var title: String
  /// What the fields asked of mean, a line each.
  var definitions: [String]
  /// The rows of a map of places; nil for every other picture.
  var places: Places?
}
