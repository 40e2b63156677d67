using Microsoft.Extensions.Time.Testing;
using SPColor.PdnEffect.Engine;
using SPColor.PdnEffect.Layers;
using SPColor.PdnEffect.Pairing;
using SPColor.PdnEffect.Settings;

namespace SPColor.PdnEffect.Tests.Fakes;

/// <summary>A view model with all around it under the test's control.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public Desk(LayerStack layers, IColorEngine? engine = null, SelectionMask? selection = null)
    {
        Model = new PairingViewModel(engine ?? Engine, layers, selection, Ui, Time);
        int thread = Environment.CurrentManagedThreadId;
        Model.PropertyChanged += (_, change) =>
        {
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            Changes.Add(change.PropertyName!);
        };
    }

    public FakeEngine Engine { get; } = new();

    public UiThread Ui { get; } = new();

    public FakeTimeProvider Time { get; } = new();

    public PairingViewModel Model { get; }

    public List<string> Changes { get; } = [];

    public string[] Texts => [.. Model.Notices.Select(notice => notice.Text)];

    /// <summary>A grey photo and a red picture; the first run is done.</summary>
    public static Desk Ready(params (string Name, Core.Imaging.PixelBuffer Pixels)[] others)
    {
        Desk desk = new(Sheets.Stack(others.Length > 0 ? others : [("Coat", Sheets.Red())]));
        desk.Model.Start(SPColorSettings.Default);
        desk.Settle();
        desk.Engine.Forget();
        desk.Changes.Clear();
        return desk;
    }

    /// <summary>Lets the pause pass.</summary>
    public void Pass()
    {
        Time.Advance(LatestRun.Pause);
        Ui.RunPosted();
    }

    /// <summary>Lets the pause pass and waits until nothing runs.</summary>
    public void Settle()
    {
        Time.Advance(LatestRun.Pause);
        Ui.RunUntil(() => !Model.IsBusy);
    }

    public AreaRow Row(int area) => Model.TargetRows.Single(row => row.Card.ClassIds.Contains(area));

    public AreaRow ReferenceRow(int reference, int area) =>
        Model.ReferenceRows.Single(row => row.Reference == reference && row.Card.ClassIds.Contains(area));

    public static void Choose(AreaRow row, string value) => row.Choice = row.Options.Single(option => option.Value == value);

    public ValueTask DisposeAsync() => Model.DisposeAsync();
}
