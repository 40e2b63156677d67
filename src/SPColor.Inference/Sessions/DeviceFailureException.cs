using SPColor.Core;

namespace SPColor.Inference.Sessions;

/// <summary>The graphics adapter failed; the same work can be done again on the processor, and the adapter tried again next time.</summary>
public sealed class DeviceFailureException : SPColorException
{
    /// <summary>Creates the failure.</summary>
    /// <param name="device">The device that failed.</param>
    /// <param name="cause">What it said, one line.</param>
    /// <param name="innerException">The original failure.</param>
    public DeviceFailureException(ComputeDevice device, string cause, Exception? innerException = null)
        : base($"{device.Description} failed ({cause}): choose the CPU, or update the graphics driver", innerException)
    {
        Cause = cause;
    }

    /// <summary>What the device said, one line.</summary>
    public string Cause { get; }
}
