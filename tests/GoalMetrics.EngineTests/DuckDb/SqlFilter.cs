using System.Globalization;

namespace EngineTests.DuckDb;

// A filter as a condition that is true or false, and never null.
internal sealed class SqlFilter(DuckDbTable table, SqlParameters parameters) : FilterVisitor<string>
{
    public string Of(Filter? filter) => filter?.Accept(this) ?? "true";

    public override string VisitMemberIn(Filter.MemberIn filter)
    {
        var column = table.Dimension(filter.Dimension);
        var named = filter.Members.OfType<string>();
        List<string> members = table.HasNumbers(filter.Dimension)
            ? [.. named.Where(IsWholeNumber)]
            : [.. named.Select(parameters.Add)];
        List<string> conditions = ["false"];
        if (members.Count > 0)
        {
            conditions.Add($"coalesce({column} IN ({string.Join(", ", members)}), false)");
        }

        if (filter.Members.Contains(null))
        {
            conditions.Add($"{column} IS NULL");
        }

        return $"({string.Join(" OR ", conditions)})";
    }

    public override string VisitDerivedIn(Filter.DerivedIn filter)
    {
        var member = filter.Dimension.Accept(new SqlDerived(table));
        List<string> conditions = ["false"];
        conditions.AddRange(filter.Members.OfType<string>().Select(it => $"coalesce({member} = {parameters.Add(it)}, false)"));
        if (filter.Members.Contains(null))
        {
            conditions.Add($"({member}) IS NULL");
        }

        return $"({string.Join(" OR ", conditions)})";
    }

    public override string VisitValueCompare(Filter.ValueCompare filter)
    {
        var sign = filter.Comparison switch
        {
            Comparison.Equal => "=",
            Comparison.Less => "<",
            Comparison.LessOrEqual => "<=",
            Comparison.Greater => ">",
            Comparison.GreaterOrEqual => ">=",
            _ => throw new NotSupportedException($"{filter.Comparison}"),
        };
        return $"coalesce({table.Values(filter.Column)} {sign} {Sql.Literal(filter.Value)}, false)";
    }

    public override string VisitValueMissing(Filter.ValueMissing filter) => $"({table.Values(filter.Column)} IS NULL)";

    public override string VisitBoth(Filter.Both filter) => $"({filter.Left.Accept(this)} AND {filter.Right.Accept(this)})";

    public override string VisitEither(Filter.Either filter) => $"({filter.Left.Accept(this)} OR {filter.Right.Accept(this)})";

    public override string VisitNegation(Filter.Negation filter) => $"(NOT {filter.Filter.Accept(this)})";

    // As a source writes it: 7, but not 007.
    private static bool IsWholeNumber(string member) =>
        long.TryParse(member, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number.ToString(CultureInfo.InvariantCulture) == member;
}
