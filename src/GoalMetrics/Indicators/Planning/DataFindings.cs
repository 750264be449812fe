namespace GoalMetrics;

// What is known about the tables that a question is about, and matters to all its answers.
internal static class DataFindings
{
    private static readonly FindingKind RefusedRows = new(
        "DATA-REFUSED-ROWS",
        FindingSeverity.Warning,
        new("Table '{table}' lacks the rows that were refused when it was loaded: {count}.",
            "Tabellen '{table}' mangler de rækker, der blev afvist ved indlæsningen: {count}."),
        new("Mend the rows that RefusedRows lists, and load them again.",
            "Ret rækkerne i RefusedRows, og indlæs dem igen."));

    public static IEnumerable<Finding> Of(IEnumerable<TableDescription> tables) => tables
        .Where(table => table.RefusedRows > 0)
        .Select(table => RefusedRows.At(
            $"tables/{table.Schema.Name}", [new("table", table.Schema.Name), new("count", table.RefusedRows)]));
}
