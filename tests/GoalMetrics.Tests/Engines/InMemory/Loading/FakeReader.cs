using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

// A reader over cells in memory. A cell that is an exception is thrown when it is read.
internal sealed class FakeReader(string[] names, IEnumerable<object?[]> rows) : DbDataReader
{
    private readonly IEnumerator<object?[]> _rows = rows.GetEnumerator();

    public Action<int> BeforeRow { get; init; } = _ => { };

    public int SyncReads { get; private set; }

    public int AsyncReads { get; private set; }

    public override int FieldCount => names.Length;

    public override int Depth => 0;

    public override bool HasRows => true;

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        BeforeRow(++SyncReads);
        return _rows.MoveNext();
    }

    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        AsyncReads++;
        return Task.FromResult(_rows.MoveNext());
    }

    public override string GetName(int ordinal) => names[ordinal];

    public override object GetValue(int ordinal) => _rows.Current[ordinal] is Exception thrown ? throw thrown : _rows.Current[ordinal]!;

    public override int GetOrdinal(string name) => Array.IndexOf(names, name);

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is null or DBNull;

    public override bool NextResult() => false;

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => throw new NotSupportedException();

    public override byte GetByte(int ordinal) => throw new NotSupportedException();

    // The column that is declared to have whole numbers.
    public int NumberColumn { get; init; } = -1;

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

    public override double GetDouble(int ordinal) => throw new NotSupportedException();

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => ordinal == NumberColumn ? typeof(long) : typeof(object);

    public override float GetFloat(int ordinal) => throw new NotSupportedException();

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override short GetInt16(int ordinal) => throw new NotSupportedException();

    public override int GetInt32(int ordinal) => throw new NotSupportedException();

    public override long GetInt64(int ordinal) => throw new NotSupportedException();

    public override string GetString(int ordinal) => throw new NotSupportedException();

    public override int GetValues(object[] values) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        _rows.Dispose();
        base.Dispose(disposing);
    }
}
