import torch

from spcolor_training.adversary import Discriminator, realness_loss
from spcolor_training.color_loss import ColorBatch, chroma, color_losses, smoothness
from spcolor_training.perceptual import relative_distance


class Pixels(torch.nn.Module):
    """Sees colours themselves in place of a teacher."""

    def forward(self, rgb: torch.Tensor) -> list[torch.Tensor]:
        return [rgb]


def _batch(confidence: float) -> tuple[torch.Tensor, ColorBatch]:
    truth = torch.randn(4, 2, 16, 16) * 15
    warped = torch.randn(4, 2, 16, 16) * 15
    batch = ColorBatch(torch.rand(4, 1, 16, 16) * 60 + 20, truth, warped, torch.full((4, 1, 16, 16), float(confidence)), warped)
    return torch.randn(4, 2, 16, 16) * 15, batch


def test_smp_is_silent_where_the_match_is_sure() -> None:
    """Eq. 16: the mask is one minus the confidence."""
    answer, sure = _batch(1)
    assert color_losses(answer, sure, Pixels())["smp"] == 0
    assert color_losses(answer, sure, Pixels(), masked=False)["smp"] > 0
    unsure = ColorBatch(sure.luminance, sure.truth, sure.warped, torch.zeros(4, 1, 16, 16), sure.clean_warped)
    plain = color_losses(answer, sure, Pixels(), masked=False)["smp"]
    assert torch.allclose(color_losses(answer, unsure, Pixels())["smp"], plain)


def test_truth_counts_only_for_self_references() -> None:
    answer, batch = _batch(0.5)
    changed = answer.clone()
    changed[2:] += 5
    assert color_losses(answer, batch, Pixels())["l1"] == color_losses(changed, batch, Pixels())["l1"]
    changed[:2] += 5
    assert color_losses(answer, batch, Pixels())["l1"] != color_losses(changed, batch, Pixels())["l1"]


def test_a_perfect_answer_costs_nothing() -> None:
    _, batch = _batch(0)
    terms = color_losses(batch.truth.clone(), batch, Pixels())
    assert terms["l1"] == 0 and terms["smp"] == 0 and terms["fidelity"] == 0 and terms["chroma"] < 1e-6


def test_paler_answers_cost_chroma() -> None:
    _, batch = _batch(0)
    terms = [color_losses(batch.truth * share, batch, Pixels())["chroma"] for share in (1.0, 0.7, 0.3)]
    assert terms[0] < terms[1] < terms[2]


def test_found_colors_say_how_much_color_another_reference_gives() -> None:
    _, batch = _batch(1)
    pale = ColorBatch(batch.luminance, batch.truth, batch.warped, batch.confidence, batch.clean_warped / 3)
    turned = torch.cat([batch.truth[:2], -batch.clean_warped[2:]])
    assert color_losses(turned, batch, Pixels())["chroma"] < 1e-6
    assert color_losses(turned, pale, Pixels())["chroma"] > 1e-2


def test_the_gradient_of_chroma_is_finite_at_grey() -> None:
    grey = torch.zeros(1, 2, 4, 4, requires_grad=True)
    chroma(grey).sum().backward()
    assert torch.isfinite(grey.grad).all()


def test_smoothness_forgives_edges_of_the_luminance() -> None:
    ab, flat = torch.zeros(1, 2, 8, 8), torch.full((1, 1, 8, 8), 50.0)
    ab[..., 4:] = 1
    edge = flat.clone()
    edge[..., 4:] = 90
    assert smoothness(ab, edge) < 0.01 * smoothness(ab, flat)
    assert smoothness(torch.ones(1, 2, 8, 8), flat) == 0


def test_discriminator_learns_to_tell() -> None:
    network = Discriminator()
    optimizer = torch.optim.Adam(network.parameters(), 1e-3)
    real, fake = torch.randn(4, 3, 32, 32) * 20 + 30, torch.randn(4, 3, 32, 32)
    before = realness_loss(network(real), network(fake)).item()
    for _ in range(15):
        optimizer.zero_grad()
        realness_loss(network(real), network(fake)).backward()
        optimizer.step()
    assert realness_loss(network(real), network(fake)).item() < 0.7 * before


def test_relative_distance_is_relative() -> None:
    truth = [torch.rand(1, 8, 6, 6) + 1]
    assert torch.allclose(relative_distance([truth[0] * 1.1], truth), torch.tensor(0.1), atol=1e-4)
