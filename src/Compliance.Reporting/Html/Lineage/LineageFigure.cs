using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>Where everything of a node's picture stands: guests on the left, storages in the middle, disks on the right.</summary>
internal sealed class LineageFigure
{
    public const int Width = 960;

    private const int BoxWidth = 236;
    private const int BoxHeight = 48;
    private const int Pitch = 64;
    private const int Top = 30;

    // Lines of volumes end above the middle of a box, those of backups below it.
    private const int Apart = 9;

    private const int Chars = 26;

    private static readonly ImmutableArray<string> Titles = ["Guests", "Storages", "Disks and machines"];
    private static readonly ImmutableArray<int> Columns = [0, (Width - BoxWidth) / 2, Width - BoxWidth];

    private readonly LineageNode node;
    private readonly LineageDrawing drawing;
    private readonly int height;

    public LineageFigure(LineageNode node)
    {
        this.node = node;
        drawing = LineageDrawing.Of(node);
        height = Math.Max(drawing.Groups.Length, Math.Max(drawing.Storages.Length, drawing.Grounds.Length)) * Pitch;
    }

    public ScriptObject Picture() => new()
    {
        ["width"] = Width,
        ["height"] = Top + height,
        ["columns"] = Script.List(Titles.Zip(Columns), column => new ScriptObject { ["x"] = column.Second, ["title"] = column.First }),
        ["lines"] = Script.List(Ways().Concat(Grounds()), line => line),
        ["boxes"] = Script.List(GuestBoxes().Concat(StorageBoxes()).Concat(GroundBoxes()), box => box),
        ["left_out"] = drawing.LeftOut,
    };

    private IEnumerable<ScriptObject> Ways()
        => from guests in drawing.Groups.Select((drawn, row) => (drawn.Ways, Row: row))
           from way in guests.Ways
           let storage = drawing.Storages.IndexOf(way.Storage)
           where storage >= 0
           select Line(0, guests.Row, drawing.Groups.Length, storage, drawing.Storages.Length, LineageWords.Class(way.Use), null, way.Use == LineageUse.Data ? -Apart : Apart);

    private IEnumerable<ScriptObject> Grounds()
        => from storage in drawing.Storages.Select((place, row) => (Of: node.Storages[place], Place: place, Row: row))
           from ground in storage.Of.Grounds
           let row = drawing.Grounds.IndexOf(ground)
           where row >= 0
           let isShared = node.Grounds[ground].IsShared && drawing.Shared.Contains(storage.Place)
           select Line(
               1, storage.Row, drawing.Storages.Length, row, drawing.Grounds.Length,
               $"{LineageWords.Class(storage.Of.Proof, node.Grounds[ground].Kind)}{(isShared ? " shared" : "")}",
               storage.Of.Proof == LineageProof.Inferred ? "inferred" : null,
               0);

    private ScriptObject Line(int column, int from, int fromCount, int to, int toCount, string kind, string? label, int apart)
    {
        var (x, y) = (Columns[column] + BoxWidth, Y(from, fromCount) + (BoxHeight / 2) + apart);
        var (toX, toY) = (Columns[column + 1], Y(to, toCount) + (BoxHeight / 2) + apart);
        return new ScriptObject
        {
            ["d"] = SvgCurve.Between(x, y, toX, toY),
            ["kind"] = kind,
            ["label"] = label,
            ["x"] = (x + toX) / 2,
            ["y"] = ((y + toY) / 2) - 5,
        };
    }

    private IEnumerable<ScriptObject> GuestBoxes() => drawing.Groups.Select((group, row)
        => Box(0, row, drawing.Groups.Length, group.Title, group.Detail, group.IsUnknown ? "unknown" : "guests"));

    private IEnumerable<ScriptObject> StorageBoxes() => drawing.Storages.Select((place, row) => Box(
        1, row, drawing.Storages.Length, node.Storages[place].Name, LineageWords.Of(node.Storages[place]), drawing.Shared.Contains(place) ? "shared" : "storage"));

    private IEnumerable<ScriptObject> GroundBoxes() => drawing.Grounds.Select((place, row)
        => node.Grounds[place] is var ground && ground.Kind == LineageGroundKind.Unknown
            ? Box(2, row, drawing.Grounds.Length, "not known", LineageWords.Of(ground), ground.IsShared ? "unknown shared" : "unknown")
            : Box(2, row, drawing.Grounds.Length, ground.Name, LineageWords.Of(ground), ground.IsShared ? "shared" : "ground"));

    private ScriptObject Box(int column, int row, int rows, string title, string detail, string kind) => new()
    {
        ["x"] = Columns[column],
        ["y"] = Y(row, rows),
        ["width"] = BoxWidth,
        ["height"] = BoxHeight,
        ["kind"] = kind,
        ["title"] = SvgText.Fit(title, Chars),
        ["detail"] = SvgText.Fit(detail, Chars + 5),
    };

    // Each column stands in the middle of the tallest.
    private int Y(int row, int rows) => Top + ((height - (rows * Pitch)) / 2) + (row * Pitch) + ((Pitch - BoxHeight) / 2);
}
