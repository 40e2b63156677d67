using System.Diagnostics;
using System.Globalization;

namespace SPColor.Bench.Paper;

/// <summary>The PyTorch process (bench/paper/torch_side.py).</summary>
internal sealed class TorchSide : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts it and waits until its networks are loaded and have run once.</summary>
    /// <param name="folder">What training/parity/make.py full wrote.</param>
    /// <param name="threads">Threads of its operators.</param>
    public TorchSide(string folder, int threads)
    {
        string script = Path.Combine("bench", "paper", "torch_side.py");
        var start = new ProcessStartInfo("/usr/bin/python3", [script, folder, threads.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        // This OpenBLAS takes processors that are newer than itself for ones without AVX-512; with it, it is faster.
        start.Environment["OPENBLAS_CORETYPE"] = "SkylakeX";
        _process = Process.Start(start)!;
        if (_process.StandardOutput.ReadLine() != "ready")
            throw new InvalidOperationException($"{script} did not start");
    }

    /// <summary>Seconds of a step, or the peak memory in MB.</summary>
    /// <param name="step">A method of the script's Pair, or "memory".</param>
    public double Run(string step)
    {
        _process.StandardInput.WriteLine(step);
        return double.Parse(_process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
