/** The core walks, detectors only look: targets become units of inputs, and inputs become findings. */
package dev.shirube.engine;
