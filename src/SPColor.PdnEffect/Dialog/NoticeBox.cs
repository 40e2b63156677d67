using System.Drawing;
using System.Windows.Forms;
using SPColor.PdnEffect.Pairing;

namespace SPColor.PdnEffect.Dialog;

/// <summary>What there is to tell the user; read-only text, so that it can be copied and screen readers find it.</summary>
internal sealed class NoticeBox : TextBox
{
    public NoticeBox()
    {
        (Multiline, ReadOnly, WordWrap, BorderStyle) = (true, true, true, BorderStyle.None);
        (AccessibleName, Height) = ("Messages", 44);
        Visible = false;
        Margin = new Padding(3, 6, 3, 3);
    }

    /// <summary>Shows the notices; without any, nothing is there.</summary>
    public void Show(IReadOnlyList<Notice> notices)
    {
        Text = string.Join(Environment.NewLine, notices.Select(notice => Words.Sentence(notice.Text)));
        Visible = notices.Count > 0;
        Font = new Font(Font, notices.Any(notice => notice.Kind == NoticeKind.Problem) ? FontStyle.Bold : FontStyle.Regular);
        ScrollBars = TextRenderer.MeasureText(Text, Font, new Size(Width, 0), TextFormatFlags.WordBreak).Height > Height
            ? ScrollBars.Vertical
            : ScrollBars.None;
    }
}
