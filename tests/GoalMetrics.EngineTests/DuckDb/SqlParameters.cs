using DuckDB.NET.Data;

namespace EngineTests.DuckDb;

// Texts from outside, which never become part of a command.
internal sealed class SqlParameters
{
    private readonly List<string> _values = [];

    public string Add(string value)
    {
        _values.Add(value);
        return FormattableString.Invariant($"$p{_values.Count - 1}");
    }

    public void AddTo(DuckDBCommand command)
    {
        for (var i = 0; i < _values.Count; i++)
        {
            command.Parameters.Add(new DuckDBParameter(FormattableString.Invariant($"p{i}"), _values[i]));
        }
    }
}
