namespace GoalMetrics;

// How many members of a dimension a query keeps, what ranks them, and the name of the rest.
internal sealed record TopMembers(int Count, string Dimension, Measure By, string Rest);
