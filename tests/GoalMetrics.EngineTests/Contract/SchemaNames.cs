namespace EngineTests.Contract;

// The names of a table's dimensions and columns, in order.
internal static class SchemaNames
{
    public static List<string> DimensionNames(this TableSchema schema) => [.. schema.Dimensions.Select(dimension => dimension.Name)];

    /// <summary>The same table with one more column of values like another one.</summary>
    public static TableSchema WithValuesOf(this TableSchema schema, FactColumn column) =>
        column.CurrencyDimension is { } currency ? schema.Value(column.Name, currency) : schema.Value(column.Name, column.Unit!);

    public static List<string> ColumnNames(this TableSchema schema) => [.. schema.Columns.Select(column => column.Name)];
}
