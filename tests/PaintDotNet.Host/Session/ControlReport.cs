namespace PaintDotNet.Host.Session;

/// <summary>Prints where a form's controls are on the screen, and prints a control again when anything of it changes or it comes back: scripts click by it.</summary>
internal sealed class ControlReport(HostLog log)
{
    private readonly Dictionary<Control, string> reported = [];

    public void Update(Form form)
    {
        Report(form, form.Name.Length > 0 ? form.Name : form.GetType().Name, "form");
        Children(form, string.Empty);
    }

    private void Children(Control parent, string path)
    {
        for (int i = 0; i < parent.Controls.Count; i++)
        {
            Control control = parent.Controls[i];
            if (!control.Visible || !control.IsHandleCreated)
            {
                reported.Remove(control);
                continue;
            }
            string name = path + (control.Name.Length > 0 ? control.Name : $"{control.GetType().Name}{i}");
            Report(control, name, control.GetType().Name);
            Children(control, name + "/");
        }
    }

    private void Report(Control control, string name, string kind)
    {
        Rectangle r = control.RectangleToScreen(control.ClientRectangle);
        string words = control.Text.Length > 0 ? control.Text : control.AccessibleName ?? string.Empty;
        string line = $"control {name} {kind} {r.X},{r.Y},{r.Width},{r.Height} {(control.Enabled ? "enabled" : "disabled")}{(control.Focused ? " focused" : string.Empty)} \"{words}\"";
        if (reported.GetValueOrDefault(control) == line) return;
        reported[control] = line;
        log.Line(line);
    }
}
