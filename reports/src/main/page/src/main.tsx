import { render } from "preact";
import { App } from "./app";
import { PageData } from "./data";

const source = document.getElementById("data")!;
const data = new PageData(JSON.parse(source.textContent!));
source.remove();
render(<App data={data} />, document.getElementById("app")!);
document.documentElement.dataset.ready = String(Math.round(performance.now()));
