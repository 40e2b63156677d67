using SPColor.PdnEffect.Engine;

namespace SPColor.PdnEffect.Pairing;

/// <summary>What the dialog's bottom says: whether something runs, how far it is, and what the user should know.</summary>
internal abstract class RunStatus : ObservableObject
{
    private IReadOnlyList<Notice> _notices = [];
    private bool _isBusy;
    private string _progressText = "";
    private float _progress;

    /// <summary>What to tell the user, most important first.</summary>
    public IReadOnlyList<Notice> Notices
    {
        get => _notices;
        protected set => Set(ref _notices, value);
    }

    /// <summary>Whether a run goes on or is about to.</summary>
    public bool IsBusy
    {
        get => _isBusy;
        private set => Set(ref _isBusy, value);
    }

    /// <summary>What is being done; empty where nothing is and the rows have no result.</summary>
    public string ProgressText
    {
        get => _progressText;
        private set => Set(ref _progressText, value);
    }

    /// <summary>How far the run is, 0…1.</summary>
    public float Progress
    {
        get => _progress;
        private set => Set(ref _progress, value);
    }

    /// <summary>A run is about to begin.</summary>
    protected void Wait() => (IsBusy, ProgressText, Progress) = (true, Words.Waiting, 0);

    /// <summary>A run tells how far it is.</summary>
    protected void ShowProgress(SessionProgress progress)
    {
        ProgressText = Words.Progress(progress.Stage, progress.Picture);
        Progress = Math.Max(_progress, progress.Fraction);
    }

    /// <summary>Nothing runs.</summary>
    /// <param name="isReady">Whether the result is what the rows say.</param>
    protected void Rest(bool isReady) => (IsBusy, ProgressText, Progress) = (false, isReady ? Words.Ready : "", 0);
}
