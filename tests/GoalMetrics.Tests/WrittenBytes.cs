namespace GoalMetrics.Tests;

/// <summary>What is written as bytes, and read again.</summary>
internal static class WrittenBytes
{
    public static byte[] Of(Action<BinaryWriter> write)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        write(writer);
        writer.Flush();
        return stream.ToArray();
    }

    public static T Read<T>(byte[] bytes, Func<BinaryReader, T> read)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var value = read(reader);
        reader.BaseStream.Position.Should().Be(bytes.Length, "it reads what was written, and no more");
        return value;
    }

    /// <summary>The message it is refused with.</summary>
    public static string Refusal<T>(Action<BinaryWriter> write, Func<BinaryReader, T> read) =>
        Messages.Of<InvalidDataException>(() => Read(Of(write), read));

    /// <summary>The fewest bytes that any of some rounds allocates; others may allocate on the thread meanwhile.</summary>
    public static long AllocatedBy(Action action) => Enumerable.Range(0, 10).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });
}
