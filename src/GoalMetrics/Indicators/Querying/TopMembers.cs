namespace GoalMetrics;

// The members of a dimension that a query keeps, and what it calls the rest.
internal sealed record TopMembers(int Count, string Dimension, Measure By, string Rest);
