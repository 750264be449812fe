namespace GoalMetrics;

// What live cells hold, in an order that does not depend on how the facts came: periods by time, members by their letters, cells by both.
internal static class LiveCellsFormat
{
    public static void Write(LiveCells cells, BinaryWriter writer)
    {
        var places = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var column in cells.Columns.Members)
        {
            places.Add(column.Name, WriteMembers(column, writer));
        }

        var pieces = Enumerable.Range(0, cells.Pieces.Count).OrderBy(piece => cells.Pieces[piece].Start).ToArray();
        var placeOf = new int[pieces.Length];
        writer.Write(pieces.Length);
        for (var i = 0; i < pieces.Length; i++)
        {
            placeOf[pieces[i]] = i;
            var piece = cells.Pieces[pieces[i]];
            writer.Write(piece.Start);
            writer.Write(piece.End);
            writer.Write(piece.First);
            writer.Write(piece.Last);
        }

        var numbers = cells.States.Cells;
        var keys = Enumerable.Range(0, numbers.Count)
            .Where(cell => cells.States.Rows.CountOf(cell) != 0)
            .Select(cell => (Key: KeyOf(cell), Cell: cell))
            .ToList();
        keys.Sort((left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key));
        writer.Write(cells.FactCount);
        writer.Write(keys.Count);
        var map = new MemberMap(places);
        foreach (var (key, cell) in keys)
        {
            Array.ForEach(key, writer.Write);
            cells.States.Write(cell, writer, map);
        }

        int[] KeyOf(int cell) =>
        [
            placeOf[numbers.PieceOf(cell)],
            .. numbers.Dimensions.Select((dimension, i) => places[dimension.Name][numbers.CodeOf(cell, i)]),
        ];
    }

    public static LiveCells Read(LiveDefinition definition, BinaryReader reader)
    {
        var cells = new LiveCells(definition);
        foreach (var column in cells.Columns.Members)
        {
            for (var count = reader.ReadInt32(); count > 0; count--)
            {
                column.CodeOrNew(reader.ReadBoolean() ? ReadText(reader) : null);
            }
        }

        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            cells.Pieces.Add(new(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64()));
        }

        cells.FactCount = reader.ReadInt64();
        var codes = new int[definition.Dimensions.Length];
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            var piece = reader.ReadInt32();
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = reader.ReadInt32();
            }

            cells.States.Read(cells.States.Cells.NumberOf(piece, codes), reader);
        }

        return cells;
    }

    // As UTF-16, little endian: UTF-8 takes halves of letters for one another.
    public static void WriteText(string text, BinaryWriter writer)
    {
        writer.Write(text.Length);
        foreach (var letter in text)
        {
            writer.Write((ushort)letter);
        }
    }

    public static string ReadText(BinaryReader reader)
    {
        var letters = new char[reader.ReadInt32()];
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)reader.ReadUInt16();
        }

        return new(letters);
    }

    // The place of each code among the members as they are written: by their letters, null last.
    private static int[] WriteMembers(DimensionColumn column, BinaryWriter writer)
    {
        var codes = Enumerable.Range(0, column.MemberCount).ToArray();
        Array.Sort(codes, column.CompareMembers);
        var places = new int[codes.Length];
        writer.Write(codes.Length);
        for (var i = 0; i < codes.Length; i++)
        {
            places[codes[i]] = i;
            writer.Write(column.Member(codes[i]) is not null);
            if (column.Member(codes[i]) is { } member)
            {
                WriteText(member, writer);
            }
        }

        return places;
    }
}
