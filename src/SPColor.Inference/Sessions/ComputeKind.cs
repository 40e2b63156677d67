namespace SPColor.Inference.Sessions;

/// <summary>What networks run on.</summary>
public enum ComputeKind
{
    /// <summary>The processor.</summary>
    Cpu,

    /// <summary>A DirectX 12 graphics adapter.</summary>
    DirectML,
}
