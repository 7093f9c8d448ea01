import ArgumentParser
import DedupeFormats
import NearDuplicates

/// A profile that was learned beforehand.
struct ProfileOption: ParsableArguments {
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "What `dedupe profile` learned of a collection, instead of learning from the input.",
      valueName: "FILE"))
  var path: String?
}
