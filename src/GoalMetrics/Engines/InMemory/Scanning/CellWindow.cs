namespace GoalMetrics;

// A range of places; empty where the window holds no time that a fact could have. Of a window that cuts a piece with facts on both sides,
// the values are not known.
internal readonly record struct CellWindow(int Start, int End, bool CutsPiece = false);
