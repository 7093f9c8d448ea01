import Testing
@testable import DedupeEvaluation
