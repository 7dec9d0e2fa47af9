import { messages } from "../messages.ts";
import { known, onPress } from "./element.ts";

/** Pictures of the camera. @param take called with each, PNG @param say tells the user what is wrong */
export function setUpCamera(
  take: (picture: Blob, name: string) => void,
  say: (text: string) => void,
): void {
  const [view, video] = [known("camera-view"), known<HTMLVideoElement>("video")];
  let stream: MediaStream | null = null;
  let taken = 0;
  const close = () => {
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    view.hidden = true;
    known("camera").focus();
  };
  onPress(known("camera"), async () => {
    if (stream) return;
    // Only there where the browser trusts the page's address.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    if (!devices) return say(messages.cameraAbsent());
    try {
      stream = await devices.getUserMedia({ video: { facingMode: "environment" } });
      video.srcObject = stream;
      view.hidden = false;
      await video.play();
      known("shoot").focus();
    } catch (error) {
      say(messages.cameraRefused((error as Error).message));
    }
  });
  onPress(known("camera-off"), close);
  onPress(known("shoot"), () => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    canvas.getContext("2d")!.drawImage(video, 0, 0);
    canvas.toBlob((picture) => {
      if (picture) take(picture, messages.cameraName(++taken));
    }, "image/png");
  });
}
