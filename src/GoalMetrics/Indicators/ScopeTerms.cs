using NodaTime;

namespace GoalMetrics;

// What all scopes of one question share: the moment it is seen from, the first date of the data, and how open periods compare.
internal sealed record ScopeTerms(Instant AsOf, LocalDate Beginning, bool ComparesWhole);
