import Testing
@testable import DedupeFormats
