using System.Security.Cryptography;
using System.Text;

namespace GoalMetrics;

// The binary form of what a live table has taken in. Little endian: the mark, the version, the length of the content, the content, and
// the SHA-256 of all before. Periods, members and cells come in order, so that the same facts give the same bytes.
internal static class LiveFile
{
    private const int Version = 2;
    private const int LargestContent = 1 << 30;
    private const int Step = 1 << 16;

    private static readonly byte[] Mark = "GMLIVE\r\n"u8.ToArray();

    public static void Write(
        Stream stream, LiveDefinition definition, LiveCells cells, long sequence, int largestContent = LargestContent)
    {
        var content = new MemoryStream();
        try
        {
            using var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true);
            LiveCellsFormat.WriteText(definition.Fingerprint, writer);
            writer.Write(sequence);
            LiveCellsFormat.Write(cells, writer);
        }
        catch (Exception tooLarge) when (tooLarge is IOException or OutOfMemoryException)
        {
            throw TooLarge(definition, largestContent, tooLarge);
        }

        if (content.Length > largestContent)
        {
            throw TooLarge(definition, largestContent);
        }

        var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Mark);
            writer.Write(Version);
            writer.Write((int)content.Length);
            writer.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
        }

        file.Write(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)));
        file.WriteTo(stream);
    }

    public static (LiveCells Cells, long Sequence) Read(Stream stream, LiveDefinition definition)
    {
        var head = ReadBytes(stream, Mark.Length + (2 * sizeof(int)), "its head");
        if (!head.AsSpan(0, Mark.Length).SequenceEqual(Mark))
        {
            throw new InvalidDataException(
                "Expected the facts of a live table, as LiveTable.Save writes them; found something else, which begins with "
                + $"{Convert.ToHexString(head, 0, 4)}.");
        }

        var version = BitConverter.ToInt32(head, Mark.Length);
        if (version != Version)
        {
            throw new InvalidDataException(
                $"The facts were saved in version {version} of the format; this version of the library reads {Version}. "
                + "Load them with the version that saved them, or a later one.");
        }

        var length = BitConverter.ToInt32(head, Mark.Length + sizeof(int));
        if (length is < 0 or > LargestContent)
        {
            throw new InvalidDataException(
                $"The saved facts are damaged: a length of {length} bytes cannot be. Save them again, or take an earlier copy.");
        }

        var content = ReadBytes(stream, length, "its content");
        var sum = ReadBytes(stream, SHA256.HashSizeInBytes, "its checksum");
        if (!SHA256.HashData([.. head, .. content]).AsSpan().SequenceEqual(sum))
        {
            throw new InvalidDataException(
                "The saved facts are damaged: their checksum is another one. Save them again, or take an earlier copy.");
        }

        using var reader = new BinaryReader(new MemoryStream(content), Encoding.UTF8);
        if (LiveCellsFormat.ReadText(reader) is var fingerprint && fingerprint != definition.Fingerprint)
        {
            throw new InvalidDataException(
                $"{definition.DifferenceFrom(fingerprint)} Load it into a table that is built as the one that saved it.");
        }

        var sequence = reader.ReadInt64();
        return (LiveCellsFormat.Read(definition, reader), sequence);
    }

    private static InvalidOperationException TooLarge(LiveDefinition definition, int largestContent, Exception? cause = null) => new(
        $"Live table '{definition.Schema.Name}' holds more than the {largestContent} bytes that a file takes. "
        + "Keep fewer cells, or approximate counts and percentiles, or save several tables.",
        cause);

    private static byte[] ReadBytes(Stream stream, int count, string what)
    {
        // As many as there are, and not as many as a damaged length says.
        var bytes = new byte[Math.Min(count, Step)];
        for (var read = 0; ;)
        {
            read += stream.ReadAtLeast(bytes.AsSpan(read), bytes.Length - read, throwOnEndOfStream: false);
            if (read == count)
            {
                return bytes;
            }

            if (read < bytes.Length)
            {
                throw new InvalidDataException(
                    $"The saved facts are torn: {what} has {read} of {count} bytes. Save them again, or take an earlier copy.");
            }

            Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
        }
    }
}
